// Which pledges the reader wants to see, and what these lead to.

const BLANKET = new Set(["all", "rest", "remaining"]);
const linked = (edge) => edge.relation === "evidencedBy" || edge.relation === "ownedBy";
const links = pledges.map((number) => outgoing[number].filter(linked)); // beside `pledges`
/** Whether all that was reported was said of several pledges at once. */
function blanketOnly(found) {
  const reported = found.filter((edge) => edge.relation === "evidencedBy");
  return reported.length > 0 && reported.every((edge) => BLANKET.has(edge.scope));
}

/** Whether a line may be shown: links of the wanted scope and confidence, and all that are no links. */
function holds(edge) {
  if ((edge.confidence ?? 1) < state.least) return false;
  return !state.scope || !linked(edge) || inScope(edge.scope, state.scope);
}
const inScope = (scope, wanted) => (wanted === "blanket" ? BLANKET.has(scope) : scope === wanted);

/** Whatever a pledge is owned by, with all that this is part of. */
const holders = (at) => new Set(links[at].filter((edge) => edge.relation === "ownedBy" && holds(edge)).flatMap((edge) => wholes(edge.to)));

/** The scopes that a pledge's links have, and "blanket" where there is no other. */
function scopesOf(at) {
  const sure = links[at].filter((edge) => edge.confidence >= state.least);
  return new Set([...sure.map((edge) => edge.scope), ...(blanketOnly(links[at]) && sure.length ? ["blanket"] : [])]);
}

function surest(at) {
  if (state.scope === "blanket" && !blanketOnly(links[at])) return -1;
  return Math.max(-1, ...links[at].filter((edge) => !state.scope || inScope(edge.scope, state.scope)).map((edge) => edge.confidence));
}

/** One test and one way of counting for each filter. `at` is a place in `pledges`. */
const FACETS = {
  statuses: { passes: (at) => state.statuses.has(nodes[pledges[at]].status), values: (at) => [nodes[pledges[at]].status] },
  theme: { passes: (at) => state.theme === null || headings(themeOf(pledges[at])).includes(state.theme), values: (at) => headings(themeOf(pledges[at])) },
  owner: {
    passes: (at) => state.owner === null || (state.owner === "none" ? !holders(at).size : holders(at).has(state.owner)),
    values: (at) => (holders(at).size ? holders(at) : ["none"]),
  },
  links: {
    passes: (at) => (!state.scope && !state.least) || (surest(at) >= Math.max(0, state.least) && (state.scope !== "blanket" || blanketOnly(links[at]))),
    values: () => [],
  },
  finding: { passes: (at) => !state.finding || FINDINGS.get(state.finding).has(pledges[at]), values: (at) => [...FINDINGS.keys()].filter((name) => FINDINGS.get(name).has(pledges[at])) },
  query: { passes: (at) => !state.query || fitting.has(pledges[at]), values: () => [] },
};

let fitsWhole = true; // whether these have all words of the search
let fitting = new Set(); // the numbers of all that the search fits, and of the pledges that lead to it

/**
 * The pledges that pass, and for each filter how many pass all the others by the values they have: what a reader would
 * get by choosing that value.
 */
function sift() {
  const counts = { statuses: new Map(), theme: new Map(), owner: new Map(), finding: new Map(), scope: new Map(), least: new Map() };
  const passed = [];
  const tests = Object.entries(FACETS);
  const tally = (name, values) => { for (const value of values) counts[name].set(value, (counts[name].get(value) ?? 0) + 1); };
  for (let at = 0; at < pledges.length; at++) {
    const failed = tests.filter(([, facet]) => !facet.passes(at)).map(([name]) => name);
    if (!failed.length) passed.push(pledges[at]);
    if (failed.length > 1) continue;
    for (const name of ["statuses", "theme", "owner", "finding"]) if (!failed.length || failed[0] === name) tally(name, FACETS[name].values(at));
    if (failed.length && failed[0] !== "links") continue;
    tally("scope", scopesOf(at));
    tally("least", words.confidence.map((step) => step.from).filter((from) => from > 0 && surest(at) >= from));
  }
  if (unanswering.length) counts.finding.set(UNPROMISED, unanswering.length);
  return { passed, counts };
}

/** The pledges of each finding, as the summary counts them; the finding of statements has none. */
const UNPROMISED = "progress-without-pledge";
const FINDINGS = new Map(Object.keys(words.findings).map((name) => [name, new Set(data.findings[name])]));

/** Statements that answer no pledge: nothing but a theme or a search says which of them are wanted. */
const unanswering = ofClass("ProgressStatement").filter((number) => !incoming[number].some((edge) => edge.relation === "evidencedBy"));
function unansweringWanted() {
  if ((state.finding && state.finding !== UNPROMISED) || state.owner !== null || state.scope || state.least || missing("statuses").length) return [];
  return unanswering.filter((number) => (state.theme === null || headings(themeOf(number)).includes(state.theme)) && (!state.query || fitting.has(number)));
}

/** All that is to be seen, before anything is folded, and how many of each class there would be. */
function wanted(passed) {
  const found = downstream([...passed, ...unansweringWanted()], holds);
  const near = state.alone && state.chosen !== null ? neighbourhood(state.chosen, state.alone) : null;
  const fits = [...found].filter((number) => !near || near.has(number));
  const classes = new Map();
  for (const number of fits) classes.set(nodes[number].group, (classes.get(nodes[number].group) ?? 0) + 1);
  return { visible: new Set(fits.filter((number) => state.classes.has(nodes[number].group))), classes };
}
