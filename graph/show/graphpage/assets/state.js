// What the reader has asked for: all of it, so that an address can say it and another window show it.

const BEGIN = () => ({
  mode: "flow",
  query: "",
  statuses: new Set(Object.keys(words.statuses)),
  classes: new Set(Object.keys(words.classes)),
  theme: null, // the number of a theme
  owner: null, // the number of what owns, or "none": no owner is named
  scope: null, // a key of words.scopes, or "blanket"
  least: 0, // the least confidence of a link
  finding: null, // a name of words.findings
  folded: new Set(foldedAtFirst()), // themes and programmes that stand for all that is in them
  chosen: null, // the number of a node
  alone: null, // "1" or "2" steps, or "path"
});
const state = BEGIN();

/** Pages too large to be read at once open with every theme closed. */
function foldedAtFirst() {
  return nodes.length > limits.open ? foldable() : [];
}

/** Themes that hold something, and what others are part of. */
function foldable() {
  return nodes.flatMap((node, number) => (hasInside(number) ? [number] : []));
}

function hasInside(number) {
  if (nodes[number].group === "Theme") return true;
  return incoming[number].some((edge) => edge.relation === "partOf");
}

const isFiltered = () => Boolean(state.query || state.finding || state.theme !== null || state.owner !== null || state.scope || state.least || missing("statuses").length || missing("classes").length);

/** Statuses or classes that are on this page and not wanted. */
function missing(kind) {
  const present = presentOf(kind);
  return present.filter((value) => !state[kind].has(value));
}

const present = { statuses: new Set(pledges.map((number) => nodes[number].status)), classes: new Set(nodes.map((node) => node.group)) };
const presentOf = (kind) => Object.keys(words[kind]).filter((value) => present[kind].has(value));

/** Take every filter away; what is chosen, open and looked at stays. */
function clearFilters() {
  const { query, statuses, classes, theme, owner, scope, least, finding } = BEGIN();
  Object.assign(state, { query, statuses, classes, theme, owner, scope, least, finding });
}
