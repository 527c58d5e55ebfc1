// The data of the page, and what of it is to be seen.

const data = JSON.parse(byId("data").textContent);
const words = data.words;
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const records = new Map(data.commitments.map((record) => [record.iri, record]));
const outgoing = new Map(data.nodes.map((node) => [node.id, []]));
const incoming = new Map(data.nodes.map((node) => [node.id, []]));
for (const edge of data.edges) {
  outgoing.get(edge.from).push(edge);
  incoming.get(edge.to).push(edge);
}

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();
const searchable = new Map(data.nodes.map((node) => [node.id, fold(node.text)]));

/** What the reader has asked for. */
const state = {
  chosen: null,
  alone: false,
  query: "",
  classes: new Set(Object.keys(words.classes)),
  statuses: new Set(Object.keys(words.statuses)),
};

/** Whether a line joins two pledges; what one leads to, the other need not lead to. */
const lineage = (edge) => edge.relation === "continues";

/** Every id that can be reached from `starts` along `edges` (outgoing or incoming), the starts included. */
function reach(starts, edges, end) {
  const found = new Set(starts);
  for (const id of found) for (const edge of edges.get(id)) if (!lineage(edge)) found.add(edge[end]);
  return found;
}
/** Every older and newer pledge of one line of pledges, the one asked about included. */
function generations(id) {
  const found = new Set([id]);
  for (const each of found) for (const edge of [...outgoing.get(each), ...incoming.get(each)].filter(lineage)) found.add(edge.from).add(edge.to);
  return found;
}
const downstream = (starts) => reach(starts, outgoing, "to");
const upstream = (starts) => reach(starts, incoming, "from");

/** Whether a node stands in the right-hand column. */
const aside = (id) => ["Programme", "Organisation", "Outcome"].includes(nodes.get(id).group);

/**
 * Everything on a path through `id`, with the headings it stands under; for a pledge, also those it continues or is
 * continued by; for a theme, all that its pledges lead to; for an owner or a partner, also what was reported on its pledges.
 */
function touched(id) {
  const above = upstream([id]);
  const found = new Set([...above, ...generations(id), ...downstream(nodes.get(id).group === "Theme" ? above : [id])]);
  if (aside(id)) for (const near of above) for (const edge of outgoing.get(near)) if (edge.relation === "evidencedBy") found.add(edge.to);
  for (const near of found) if (nodes.has(nodes.get(near).band)) found.add(nodes.get(near).band);
  return found;
}

/** Ids that pass the filters: pledges of a wanted status, statements that answer none, and what these lead to. */
function wanted() {
  const sources = data.nodes.filter((node) => incoming.get(node.id).every(lineage) && (!node.status || state.statuses.has(node.status)));
  const found = downstream(sources.map((node) => node.id));
  const near = state.alone && state.chosen ? touched(state.chosen) : found;
  return new Set([...found].filter((id) => near.has(id) && state.classes.has(nodes.get(id).group)));
}

/** Whether every word of the search stands in the text of the node. */
function matches(id) {
  return fold(state.query).split(/\s+/).every((word) => searchable.get(id).includes(word));
}

/** New middles of the cards seen: strips of the height that nobody stands in any more are closed. */
function settle(seen) {
  const middles = new Map();
  let [bottom, closed] = [16, 0];
  for (const node of [...seen].map((id) => nodes.get(id)).sort((a, b) => a.y - a.height / 2 - (b.y - b.height / 2))) {
    const top = node.y - node.height / 2;
    closed += Math.max(0, top - bottom - 20);
    bottom = Math.max(bottom, top + node.height);
    middles.set(node.id, node.y - closed);
  }
  return { middles, height: bottom - closed + 20 };
}

/** Bring what a chosen pledge, statement or theme leads to beside it, so that both ends of its lines are in sight. */
function gather({ middles, height }, id, bright) {
  const group = [...middles.keys()].filter((other) => aside(other) && bright.has(other));
  let top = Math.max(36, middles.get(id) - group.reduce((sum, other) => sum + nodes.get(other).height + 8, -8) / 2);
  for (const other of group) {
    middles.set(other, top + nodes.get(other).height / 2);
    top += nodes.get(other).height + 8;
  }
  return { middles, height: Math.max(height, top + 20) };
}
