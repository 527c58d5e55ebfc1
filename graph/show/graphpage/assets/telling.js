// What is shown, out of what and why: one sentence that is always true, with one way back.

const ROUND = { 1: "with what is one step away", 2: "with what is two steps away", path: "with its whole path" };
const isNarrowed = () => isFiltered() || isAlone();
const isAlone = () => state.alone !== null && state.chosen !== null;

/** Say it all anew, for the eye and for a screen reader. */
function tellShown() {
  byId("shown").textContent = [shownInWords(), room(), closedInWords()].filter(Boolean).join(" ");
  byId("filtered").replaceChildren(...narrowedInWords());
  byId("clear").hidden = !isNarrowed();
  const nothing = scene.visible.size ? "" : nothingInWords();
  byId("nothing").textContent = nothing;
  byId("nothing").hidden = !nothing;
  workspace.classList.toggle("blank", Boolean(nothing));
}

function shownInWords() {
  const [here, others] = [pledgesIn(scene.visible), scene.visible.size - pledgesIn(scene.visible)];
  const all = count(pledges.length, "pledge", "pledges");
  const beside = others ? ` and ${count(others, "other thing", "other things")}` : "";
  return `Shown: ${here === pledges.length && here ? "all" : `${here ? counted(here) : "none"} of`} ${all}${beside}.`;
}

const pledgesIn = (found) => [...found].reduce((sum, number) => sum + (nodes[number].group === "Commitment"), 0);

/** Where the graph cannot draw all of them. */
function room() {
  const [drawn, here] = [pledgesDrawn(), pledgesIn(scene.visible)];
  return drawn < here && scene.limited ? `The graph has room for the first ${counted(drawn)} of them: narrow it by theme, owner or search.` : "";
}

/** How many themes are closed, those inside a closed one included. */
function closedInWords() {
  const here = themes.filter((number) => scene.visible.has(number));
  const closed = here.filter((number) => headings(number).some((each) => state.folded.has(each))).length;
  if (!closed) return "";
  return closed === here.length && closed > 1 ? `All ${counted(closed)} themes are closed.` : `${counted(closed)} of ${count(here.length, "theme", "themes")} ${closed === 1 ? "is" : "are"} closed.`;
}

/** What is filtered, and what is shown alone. */
function narrowedInWords() {
  const parts = filtersInWords();
  const said = parts.length ? ["Filtered by: ", ...parts.flatMap((part, number) => (number ? ["; ", ...part] : part)), ". "] : [];
  return isAlone() ? [...said, "Shown alone: “", verbatim(clip(nodes[state.chosen].text, 90)), `” ${ROUND[state.alone]}.`] : said;
}

function filtersInWords() {
  const parts = [];
  if (state.query) parts.push(["words like “", verbatim(state.query), fitsWhole || !fitting.size ? "”" : "” (nothing has all of them; these have the most)"]);
  if (state.finding) parts.push([`“${nameOf.finding(state.finding)}”`]);
  if (state.theme !== null) parts.push(["the theme “", verbatim(nodes[state.theme].text), "”"]);
  if (state.owner !== null) parts.push(state.owner === "none" ? ["no owner is named"] : ["owned now by “", verbatim(nodes[state.owner].text), "”"]);
  if (missing("statuses").length) parts.push([`status ${either(presentOf("statuses").filter((value) => state.statuses.has(value)).map((value) => words.statuses[value].word.toLowerCase()))}`]);
  if (state.scope) parts.push([`what is said is ${SCOPE_WORDS[state.scope]}`]);
  if (state.least) parts.push([`links of ${nameOf.least(state.least)} or more`]);
  if (missing("classes").length) parts.push([`without ${either(missing("classes").map((value) => words.classes[value].many.toLowerCase()), "and")}`]);
  return parts;
}

const either = (list, join = "or") => (list.length < 2 ? list[0] ?? "none" : `${list.slice(0, -1).join(", ")} ${join} ${list.at(-1)}`);

/** Nothing is left: why, and what to do. */
function nothingInWords() {
  if (!nodes.length) return "There is nothing on this page to show.";
  if (state.query && !fitting.size) return `Nothing here has words like “${state.query}”. Check the spelling, try fewer or other words, or choose “Show everything”.`;
  return "Nothing fits all of this together. Take one of the filters away, or choose “Show everything”.";
}

let hearing = 0;

/** What was chosen by the arrow keys, for a screen reader: once the reader rests on it. */
function tellChosen(number) {
  const { group, text, status } = nodes[number];
  clearTimeout(hearing);
  hearing = setTimeout(() => {
    byId("heard").textContent = `${words.classes[group].one}: ${text}${status ? ` ${words.statuses[status].word}.` : ""}`;
  }, 300);
}
