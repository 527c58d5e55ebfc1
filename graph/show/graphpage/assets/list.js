// The list beside the graph: everything that is shown, reachable and choosable by keyboard, so many at a time.

const list = byId("list");
const more = byId("more");
const PIECE = 200;
const FAR = 2000; // a chosen thing that stands further down is read in the panel alone: so many options would take seconds
const options = new Map(); // number -> its option
let [listed, offered] = [[], 0]; // all that is shown, and how many of them have an option
let current = null; // the option the arrow keys stand on

const KINDS = Object.keys(words.classes);
const inList = KINDS.flatMap((kind) => byHeight.filter((number) => nodes[number].group === kind)); // the order of the list

/** The mark of a node: its status, or the shape of its class. */
function markOf(number) {
  const { status, group } = nodes[number];
  return status ? el("span", { class: "mark", "data-status": status, title: words.statuses[status].word }, words.statuses[status].symbol) : shape(group);
}

function makeOption(number) {
  const { status, text } = nodes[number];
  const option = el("div", { role: "option", id: `option-${number}`, "aria-selected": String(number === state.chosen) }, markOf(number), el("span", { class: "name" }, verbatim(text), status ? el("span", { class: "unseen" }, `, ${words.statuses[status].word}`) : null));
  option.dataset.number = number;
  options.set(number, option);
  return option;
}

/** List all that is shown, folded or not; what is chosen is among the first. */
function showList() {
  listed = inList.filter((number) => scene.visible.has(number));
  options.clear();
  list.replaceChildren();
  offered = 0;
  const chosen = listed.indexOf(state.chosen);
  offerMore(chosen < FAR ? Math.max(PIECE, chosen + 20) : PIECE);
  list.scrollTop = 0;
  stand(options.has(current) ? current : null);
  if (options.has(state.chosen)) stand(state.chosen);
}

/** Append options, each under the name of its class. */
function offerMore(many = PIECE) {
  for (const number of listed.slice(offered, offered + many)) {
    const { group } = nodes[number];
    let under = byId(`group-${group}`)?.parentElement;
    if (!under) {
      const head = el("div", { class: "head", id: `group-${group}`, role: "presentation" }, words.classes[group].many);
      list.append((under = el("div", { role: "group", "aria-labelledby": head.id }, head)));
    }
    under.append(makeOption(number));
  }
  offered = Math.min(listed.length, offered + many);
  more.hidden = offered === listed.length;
  more.textContent = `Show more (${(listed.length - offered).toLocaleString("en-GB")} left)`;
}

function markChosen(number) {
  for (const [other, option] of options) option.setAttribute("aria-selected", String(other === number));
  if (options.has(number)) stand(number);
}

function stand(number) {
  options.get(current)?.classList.remove("current");
  current = number;
  if (number === null) return list.removeAttribute("aria-activedescendant");
  const option = options.get(number);
  option.classList.add("current");
  list.setAttribute("aria-activedescendant", option.id);
  const [top, bottom] = [option.offsetTop, option.offsetTop + option.offsetHeight];
  if (top < list.scrollTop + 30) list.scrollTop = top - 30;
  else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
  return undefined;
}

function onListKey(event) {
  const at = listed.indexOf(current);
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8, Home: 0, End: offered - 1 };
  if (event.key in steps && listed.length) {
    const to = Math.min(listed.length - 1, Math.max(0, steps[event.key]));
    if (to >= offered) offerMore();
    stand(listed[to]);
  } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && (event.key !== " " || typed)) standOnTyped(event.key);
  else if ((event.key === "Enter" || event.key === " ") && current !== null) choose(current, { toRead: true });
  else return;
  event.preventDefault();
}

let [typed, typing] = ["", 0];

/** What is typed leads to the next option that begins so; a letter again, to the one after it. */
function standOnTyped(key) {
  clearTimeout(typing);
  typing = setTimeout(() => (typed = ""), 700);
  typed = typed === fold(key) ? typed : typed + fold(key);
  const from = listed.indexOf(current) + (typed.length === 1 ? 1 : 0);
  const turned = [...listed.slice(Math.max(0, from)), ...listed.slice(0, Math.max(0, from))];
  const found = turned.find((number) => fold(nodes[number].text).startsWith(typed));
  if (found === undefined || listed.indexOf(found) >= FAR) return;
  while (offered <= listed.indexOf(found)) offerMore();
  stand(found);
}

list.addEventListener("keydown", onListKey);
list.addEventListener("focus", () => {
  if (current === null && listed.length && list.matches(":focus-visible")) stand(listed[0]);
});
list.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) choose(Number(option.dataset.number));
});
more.addEventListener("click", () => {
  offerMore();
  if (more.hidden) list.focus(); // the button is gone
});
