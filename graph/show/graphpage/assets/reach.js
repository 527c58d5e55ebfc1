// What can be reached from what, along the lines.

/** Whether a line joins two pledges; what one leads to, the other need not lead to. */
const lineage = (edge) => edge.relation === "continues";

/** Every number that can be reached from `starts` along `lines` (outgoing or incoming), the starts included. */
function reach(starts, lines, end, allowed = () => true) {
  const found = new Set(starts);
  for (const number of found) for (const edge of lines[number]) if (!lineage(edge) && allowed(edge)) found.add(edge[end]);
  return found;
}
const downstream = (starts, allowed) => reach(starts, outgoing, "to", allowed);
const upstream = (starts) => reach(starts, incoming, "from");

/** Every older and newer pledge of one line of pledges, the one asked about included. */
function generations(number) {
  const found = new Set([number]);
  for (const each of found) for (const edge of [...outgoing[each], ...incoming[each]].filter(lineage)) found.add(edge.from).add(edge.to);
  return found;
}

/**
 * Everything on a path through a node, with the headings it stands under; for a pledge, also those it continues or is
 * continued by; for a theme, all that its pledges lead to; for an owner or a partner, also what was reported on its
 * pledges; for a statement, the owners that it names.
 */
function path(number) {
  const above = upstream([number]);
  const found = new Set([...above, ...generations(number), ...downstream(nodes[number].group === "Theme" ? above : [number])]);
  if (aside(number)) for (const near of above) for (const edge of outgoing[near]) if (edge.relation === "evidencedBy") found.add(edge.to);
  for (const owner of namedBy(number)) for (const each of wholes(owner)) found.add(each);
  for (const near of [...found]) if (themeOf(near) !== undefined) found.add(themeOf(near));
  return found;
}

/** The owners that a statement names for the pledges it answers. */
function namedBy(statement) {
  const pledged = incoming[statement].filter((edge) => edge.relation === "evidencedBy").flatMap((edge) => outgoing[edge.from]);
  return pledged.filter((edge) => edge.relation === "ownedBy" && edge.said?.includes(statement)).map((edge) => edge.to);
}

/** What stands at most so many lines away. Themes are reached but not passed: they join pledges that share nothing else. */
function around(number, steps) {
  let [found, edge] = [new Set([number]), [number]];
  for (let step = 0; step < steps; step++) {
    edge = edge.filter((near) => near === number || nodes[near].group !== "Theme").flatMap(neighbours).filter((near) => !found.has(near));
    for (const near of edge) found.add(near);
  }
  return found;
}

const neighbours = (number) => [...outgoing[number].map((edge) => edge.to), ...incoming[number].map((edge) => edge.from)];

const neighbourhood = (number, extent) => (extent === "path" ? path(number) : around(number, Number(extent)));

/** A node and all that it is part of, the nearest first. */
function wholes(number) {
  return [...reach([number], outgoing, "to", (edge) => edge.relation === "partOf")];
}

/** A theme and the wider themes it stands under. */
function headings(theme) {
  const found = new Set();
  for (let at = theme; at !== undefined && !found.has(at); at = nodes[at].above) found.add(at);
  return [...found];
}
