// The list beside the graph: every node, reachable and choosable by keyboard.

const list = byId("list");
const options = new Map();
let current = null; // the option the arrow keys stand on

function makeList() {
  for (const [kind, look] of Object.entries(words.classes)) {
    const members = data.nodes.filter((node) => node.group === kind);
    if (!members.length) continue;
    const head = el("div", { class: "head", id: `group-${kind}`, role: "presentation" }, look.many);
    list.append(el("div", { role: "group", "aria-labelledby": head.id }, head, members.map(makeOption)));
  }
}

function makeOption(node) {
  const mark = node.status ? el("span", { class: "mark", "data-status": node.status, title: words.statuses[node.status].word }, words.statuses[node.status].symbol) : shape(node.group);
  const status = node.status ? el("span", { class: "unseen" }, `, ${words.statuses[node.status].word}`) : null;
  const option = el("div", { role: "option", id: `option-${options.size}`, "aria-selected": "false" }, mark, el("span", { class: "name" }, verbatim(node.text), status));
  option.dataset.id = node.id;
  options.set(node.id, option);
  return option;
}

/** Show the options of `ids`; the group of none of them goes too. */
function showList(ids) {
  for (const [id, option] of options) option.hidden = !ids.has(id);
  for (const group of list.children) group.hidden = !group.querySelector("[role=option]:not([hidden])");
  list.scrollTop = 0;
  if (current) stand(ids.has(current) ? current : null);
}

function markChosen(id) {
  for (const [other, option] of options) option.setAttribute("aria-selected", String(other === id));
  if (id && !options.get(id).hidden) stand(id);
}

function stand(id) {
  if (current) options.get(current).classList.remove("current");
  current = id;
  if (id === null) return list.removeAttribute("aria-activedescendant");
  const option = options.get(id);
  option.classList.add("current");
  list.setAttribute("aria-activedescendant", option.id);
  const [top, bottom] = [option.offsetTop, option.offsetTop + option.offsetHeight];
  if (top < list.scrollTop + 30) list.scrollTop = top - 30;
  else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
}

function onListKey(event) {
  const open = [...options].filter(([, option]) => !option.hidden).map(([id]) => id);
  const at = open.indexOf(current);
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8, Home: 0, End: open.length - 1 };
  if (event.key in steps && open.length) stand(open[Math.min(open.length - 1, Math.max(0, steps[event.key]))]);
  else if ((event.key === "Enter" || event.key === " ") && current) choose(current, true);
  else return;
  event.preventDefault();
}

list.addEventListener("keydown", onListKey);
list.addEventListener("focus", () => {
  if (!current && list.matches(":focus-visible")) stand([...options].find(([, option]) => !option.hidden)?.[0] ?? null);
});
list.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) choose(option.dataset.id);
});
