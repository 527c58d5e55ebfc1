// What is in the picture now: which nodes stand where, the lines between them, and what is emphasised.

const X = new Float64Array(nodes.length);
const Y = new Float64Array(nodes.length);
const put = (number, x, y) => ([X[number], Y[number]] = [x, y]);
const byHeight = nodes.map((node, number) => number).sort((a, b) => nodes[a].y - nodes[b].y || a - b);

let scene = { visible: new Set(), shown: new Set(), order: [], lines: [], inside: new Map(), grounds: [], lit: null, bounds: { left: 0, top: 0, width: 860, height: 200 }, passed: [], counts: {} };

/** Work the picture out anew from what the reader has asked for. */
function compose() {
  const { passed, counts } = sift();
  const { visible, classes } = wanted(passed);
  counts.classes = classes;
  const found = standIns(visible);
  const standing = new Set(found.values());
  const shown = atMost(standing);
  const lines = bundles(found).filter(({ from, to }) => shown.has(from) && shown.has(to));
  scene = { passed, counts, visible, found, shown, lines, inside: insides(found), limited: shown.size < standing.size, order: byHeight.filter((number) => shown.has(number)), grounds: [] };
  scene.lit = litBy(state.chosen);
  scene.bounds = { left: 0, top: 0, width: 0, height: 0 };
  if (state.mode === "free") scene.bounds = placeFree();
  else flow();
  scene.hubs = hubs();
  return scene;
}

function flow() {
  scene.bounds = placeFlow();
  if (state.chosen === null || !scene.lit || aside(state.chosen) || !scene.shown.has(state.chosen)) return;
  gatherBeside(state.chosen);
  scene.order = scene.order.filter((number) => !aside(number) || scene.lit.has(number));
  scene.shown = new Set(scene.order);
  scene.lines = scene.lines.filter(({ from, to }) => scene.shown.has(from) && scene.shown.has(to));
}

/** No more than can be drawn well: pledges from the first on, each with what it leads to. */
function atMost(all) {
  if (all.size <= limits.drawn) return all;
  const kept = new Set();
  for (const number of byHeight) {
    if (!all.has(number) || aside(number)) continue;
    for (const near of [number, ...outgoing[number].map((edge) => edge.to)]) if (all.has(near)) kept.add(near);
    if (kept.size >= limits.drawn - 8) break;
  }
  return kept;
}

/** What stays bright when something is chosen: what is on its path, or stands for that. Null: nothing is dimmed. */
function litBy(chosen) {
  if (chosen === null) return null;
  const bright = new Set();
  for (const number of path(chosen)) if (scene.found.has(number)) bright.add(scene.found.get(number));
  return bright.add(chosen);
}
/** Shown alone, and in a picture to keep, everything is as it is. */
const dim = (number) => scene.lit !== null && !scene.lit.has(number) && !plainly && state.alone === null;
const lit = (number) => scene.lit !== null && scene.lit.has(number);
let plainly = false;

/** How many lines meet in each node: what many lead to is named first. */
function hubs() {
  const found = new Map();
  for (const { to, count: weight } of scene.lines) found.set(to, (found.get(to) ?? 0) + weight);
  return found;
}

/** Pledges in the picture, those inside folded themes included. */
function pledgesDrawn() {
  return [...scene.found].filter(([number, over]) => nodes[number].group === "Commitment" && scene.shown.has(over)).length;
}
