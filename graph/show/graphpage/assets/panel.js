// The panel: what is known about the chosen node, and what can be done with it.

const panel = byId("panel");
let told = null; // the number of what it tells of

/** How much of the neighbourhood is shown alone, if any. */
function extentChoice() {
  const choice = el("select", { id: "extent", "data-act": "extent", "aria-label": words.page.extent }, words.page.extents.map(([value, text]) => el("option", { value, ...(value === (state.alone ?? "") ? { selected: "" } : {}) }, text)));
  choice.addEventListener("change", () => {
    state.alone = choice.value || null;
    changed({ to: state.chosen });
  });
  return choice;
}

/** Narrow the page to one theme, or to what one owner holds. */
function onlyButton(number) {
  const name = { Theme: "theme", Programme: "owner", Organisation: "owner" }[nodes[number].group];
  if (!name || (name === "owner" && !isOwner(number))) return null;
  return button(words.page.only[name], () => {
    state[name] = state[name] === number ? null : number;
    changed({ to: number });
  }, { "data-act": "only", "aria-pressed": String(state[name] === number) });
}

const isOwner = (number) => [number, ...reach([number], incoming, "from", (edge) => edge.relation === "partOf")].some((each) => into(each, "ownedBy").length);

function foldButton(number) {
  if (!hasInside(number)) return null;
  return button(words.page.fold[state.folded.has(number) ? "open" : "close"], () => {
    toggleFold(number);
    changed({ to: number });
  }, { "data-act": "fold" });
}

/** Where the filters keep the chosen node out of the picture, say so and offer to take them away. */
function hiddenNote(number) {
  if (scene.visible.has(number)) return null;
  return el("p", { class: "notice" }, `${words.page.hidden} `, button(words.page.unhide, () => {
    clearFilters();
    state.classes.add(nodes[number].group);
    changed({ to: number });
  }));
}

/** Draw the panel anew. What had the focus in it keeps it; where that is gone, the panel has it. */
function showPanel() {
  const held = panel.contains(document.activeElement) && document.activeElement !== panel ? document.activeElement.dataset.act ?? "" : null;
  const top = told === state.chosen ? panel.scrollTop : 0;
  told = state.chosen;
  fillPanel(told);
  panel.scrollTop = top;
  if (held !== null) (panel.querySelector(`[data-act="${held}"]`) ?? panel).focus({ preventScroll: true });
}

function fillPanel(number) {
  workspace.classList.toggle("reading", number !== null);
  if (number === null) return panel.replaceChildren(el("p", { class: "hint" }, words.page.hint));
  const node = nodes[number];
  panel.replaceChildren(
    el("div", { class: "kind" }, el("span", { class: "class" }, shape(node.group), words.classes[node.group].one), button("Close", () => leave(), { class: "close" })),
    el("h3", { class: "verbatim" }, node.text),
    el("div", { class: "actions" }, extentChoice(), ...[foldButton(number), onlyButton(number)].filter(Boolean)),
    ...[pageLinks(number), hiddenNote(number), ...(node.group === "Commitment" ? aboutPledge(number) : aboutOther(number))].filter(Boolean),
  );
  return undefined;
}
