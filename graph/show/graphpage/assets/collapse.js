// A folded theme or programme stands for all that is in it, and the lines of these are bundled.

/** The widest folded theme over a theme, or the theme itself. */
const standsForTheme = (theme) => headings(theme).filter((each) => state.folded.has(each)).at(-1) ?? theme;

/** What stands for each wanted node in the picture: itself, or the folded theme or programme that holds it. */
function standIns(wantedNumbers) {
  const found = new Map();
  for (const number of wantedNumbers) if (nodes[number].group !== "Outcome") found.set(number, standIn(number));
  for (const number of wantedNumbers) if (nodes[number].group === "Outcome") found.set(number, ofOutcome(number, found));
  return found;
}

function standIn(number) {
  if (aside(number)) return wholes(number).filter((each) => state.folded.has(each)).at(-1) ?? number;
  const theme = themeOf(number);
  if (theme === undefined || !state.classes.has("Theme")) return number;
  const over = standsForTheme(theme);
  return state.folded.has(over) || nodes[number].group === "Theme" ? over : number;
}

/** An outcome goes into a folded theme where all that report it are there. */
function ofOutcome(number, found) {
  const reporters = new Set(incoming[number].map((edge) => found.get(edge.from)).filter((each) => each !== undefined));
  const [only] = reporters;
  return reporters.size === 1 && nodes[only].group === "Theme" ? only : number;
}

/** What is inside each folded node: its pledges by status, and how much else. */
function insides(found) {
  const inside = new Map();
  for (const [number, over] of found) {
    if (!state.folded.has(over)) continue;
    if (!inside.has(over)) inside.set(over, { pledges: 0, others: 0, statuses: new Map() });
    if (number === over) continue;
    const { status, group } = nodes[number];
    const told = inside.get(over);
    if (status) told.statuses.set(status, (told.statuses.get(status) ?? 0) + 1);
    told[group === "Commitment" ? "pledges" : "others"] += 1;
  }
  return inside;
}

/** Lines between what is in the picture, each once, with how many it stands for. */
function bundles(found) {
  const lines = new Map();
  for (const edge of data.edges) {
    const [from, to] = [found.get(edge.from), found.get(edge.to)];
    if (edge.relation === "theme" || from === undefined || to === undefined || from === to || !holds(edge)) continue;
    const key = (from * nodes.length + to) * 8 + RELATIONS.indexOf(edge.relation);
    const line = lines.get(key);
    if (line) line.count += 1;
    else lines.set(key, { from, to, relation: edge.relation, count: 1 });
  }
  return [...lines.values()];
}
const RELATIONS = Object.keys(words.relations);

function toggleFold(number) {
  state.folded[state.folded.has(number) ? "delete" : "add"](number);
}

/** Open whatever keeps a node out of the picture. */
function unfoldTo(number) {
  for (const each of [...wholes(number).slice(1), ...(themeOf(number) === undefined ? [] : headings(themeOf(number)))]) {
    if (each !== number) state.folded.delete(each);
  }
}
