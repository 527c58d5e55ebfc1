// The flow: pledges on the left, what was reported in the middle, owners, partners and outcomes on the right.

const FLOW = { width: 860, top: 46, gap: 7, bandGap: 22, head: 30, foldedTheme: 66, left: { Commitment: 14, ProgressStatement: 336, Theme: 14 }, right: 652 };

/** Width and height of a card. */
function cardSize(number) {
  const node = nodes[number];
  if (node.group === "Theme" && scene.inside.has(number)) return [node.width, FLOW.foldedTheme];
  return [node.width, node.height];
}

/** Give every card its place: themes from the top down, the right-hand column beside what leads to it. */
function placeFlow() {
  const bands = new Map();
  for (const number of scene.order) {
    if (aside(number)) continue;
    const theme = themeOf(number) ?? -1;
    if (!bands.has(theme)) bands.set(theme, []);
    bands.get(theme).push(number);
  }
  let top = FLOW.top;
  scene.grounds = [];
  for (const [theme, members] of bands) {
    const bottom = placeBand(theme, members, top);
    scene.grounds.push({ theme, top, bottom });
    top = bottom + FLOW.bandGap;
  }
  const lowest = placeRight();
  return { left: 0, top: 0, width: FLOW.width, height: Math.max(top, lowest + 24, 120) };
}

function placeBand(theme, members, top) {
  const bottoms = { Commitment: top, ProgressStatement: top };
  if (members.includes(theme)) {
    const [width, height] = scene.inside.has(theme) ? cardSize(theme) : [nodes[theme].width, FLOW.head];
    put(theme, FLOW.left.Theme + width / 2, top + height / 2);
    bottoms.Commitment = bottoms.ProgressStatement = top + height + FLOW.gap;
  }
  for (const number of members) {
    const { group } = nodes[number];
    if (group === "Theme") continue;
    const [width, height] = cardSize(number);
    put(number, FLOW.left[group] + width / 2, bottoms[group] + height / 2);
    bottoms[group] += height + FLOW.gap;
  }
  return Math.max(...Object.values(bottoms)) - FLOW.gap;
}

/** Each right-hand card as near as can be to the middle of what leads to it; what others are part of, to its parts. */
function placeRight() {
  const sums = new Map();
  const pull = (number, y, weight) => {
    const [sum, total] = sums.get(number) ?? [0, 0];
    sums.set(number, [sum + y * weight, total + weight]);
  };
  for (const { from, to, count: weight } of scene.lines) if (aside(to) && !aside(from)) pull(to, Y[from], weight);
  for (const { from, to } of scene.lines) if (aside(from) && aside(to) && sums.has(from)) pull(to, sums.get(from)[0] / sums.get(from)[1], sums.get(from)[1]);
  const middle = (number) => (sums.has(number) ? sums.get(number)[0] / sums.get(number)[1] : nodes[number].y);
  let bottom = FLOW.top;
  for (const number of scene.order.filter(aside).sort((a, b) => middle(a) - middle(b) || a - b)) {
    const [width, height] = cardSize(number);
    const top = Math.max(bottom, middle(number) - height / 2);
    put(number, FLOW.right + width / 2, top + height / 2);
    bottom = top + height + FLOW.gap;
  }
  return bottom;
}

/** Bring what a chosen pledge, statement or theme leads to beside it, so that both ends of its lines are in sight. */
function gatherBeside(number) {
  const group = scene.order.filter((other) => aside(other) && scene.lit.has(other));
  const height = group.reduce((sum, other) => sum + cardSize(other)[1] + FLOW.gap, 0);
  let top = Math.max(FLOW.top, Y[number] - height / 2);
  for (const other of group.sort((a, b) => Y[a] - Y[b])) {
    const size = cardSize(other)[1];
    put(other, X[other], top + size / 2);
    top += size + FLOW.gap;
  }
  scene.bounds.height = Math.max(scene.bounds.height, top + 20);
}
