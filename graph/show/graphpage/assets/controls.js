// The filters: what each offers, and how many pledges each would leave.

const form = byId("filters");
const select = { theme: byId("theme"), owner: byId("owner"), scope: byId("scope"), least: byId("least"), finding: byId("finding") };
const clip = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const SCOPE_WORDS = { ...words.scopes, blanket: words.page.blanket };
const least = words.confidence.filter((step) => step.from > 0).reverse();

const nameOf = { // what a value is called in a list and in a sentence
  theme: (value) => nodes[value].text,
  owner: (value) => (value === "none" ? words.page.unowned : nodes[value].text),
  scope: (value) => SCOPE_WORDS[value],
  finding: (value) => words.findings[value].title,
  least: (value) => words.confidence.find((step) => step.from === value).word,
};

let fielded = ""; // what was searched for when the field was last set
const MOST_OFFERED = 300; // a longer list is neither read nor quick

/** Offer what would leave something, and what is asked for now. */
function offer(name, values) {
  const counts = scene.counts[name];
  const wantedNow = state[name];
  const offered = values.filter((value) => counts.get(value) || value === wantedNow);
  const fewer = offered.filter((value, at) => at < MOST_OFFERED || value === wantedNow);
  const options = fewer.map((value) => el("option", { value, ...(value === wantedNow ? { selected: "" } : {}) }, `${clip(nameOf[name](value), 70)} (${(counts.get(value) ?? 0).toLocaleString("en-GB")})`));
  select[name].replaceChildren(el("option", { value: "" }, words.page.any[name]), ...options);
  if (fewer.length < offered.length) select[name].append(el("option", { disabled: "" }, `and ${(offered.length - fewer.length).toLocaleString("en-GB")} more: choose one in the list or by search`));
}

function showControls() {
  const { counts } = scene;
  offer("theme", themes);
  offer("owner", ["none", ...[...counts.owner.keys()].filter((value) => value !== "none").sort((a, b) => counts.owner.get(b) - counts.owner.get(a) || a - b), ...(state.owner !== null && state.owner !== "none" && !counts.owner.has(state.owner) ? [state.owner] : [])]);
  offer("scope", Object.keys(SCOPE_WORDS));
  offer("least", least.map((step) => step.from));
  offer("finding", [...FINDINGS.keys()]);
  for (const box of form.querySelectorAll("[type=checkbox]")) {
    box.checked = state[box.name].has(box.value);
    box.closest("label").querySelector(".count").textContent = counted(counts[box.name].get(box.value) ?? 0);
  }
  for (const radio of document.querySelectorAll("[name=look]")) radio.checked = radio.value === state.mode;
  if (document.activeElement !== field || state.query !== fielded) field.value = state.query;
  fielded = state.query;
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", ({ target }) => {
  if (target.type === "checkbox") state[target.name][target.checked ? "add" : "delete"](target.value);
  else if (target.name === "least") state.least = Number(target.value);
  else if (["scope", "finding"].includes(target.name)) state[target.name] = target.value || null;
  else state[target.name] = target.value === "" ? null : target.value === "none" ? "none" : Number(target.value);
  changed();
});
byId("fold").addEventListener("click", () => foldAll(new Set(foldable())));
byId("unfold").addEventListener("click", () => foldAll(new Set()));

function foldAll(folded) {
  state.folded = folded;
  changed({ whole: true });
}
