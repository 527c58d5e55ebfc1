// The free layout: each theme a disc of its pledges, and what several themes share between them.

const RADIUS = { Commitment: 10, ProgressStatement: 7, Outcome: 8, Organisation: 13, Programme: 15, Theme: 18 };

/** The places that were worked out beforehand, but for what has moved since; and the grounds of the themes' discs. */
function placeFree() {
  scene.upright = viewport.clientHeight > viewport.clientWidth * 1.15;
  for (const number of scene.order) if (!moving() || !staged.has(number)) put(number, ...spot(number));
  scene.grounds = discs();
  return boundsOf(scene.order);
}

/** Where a node stands beforehand. The picture is wider than high: in a window that is higher than wide it lies on its side. */
const spot = (number) => turned(nodes[number].free);
const turned = ([x, y]) => (scene.upright ? [y, x] : [x, y]);

/** A ground for each theme of which something is drawn: its middle, its radius, and its pledges by status. */
function discs() {
  const found = new Map();
  for (const number of scene.visible) {
    const theme = themeOf(number);
    if (theme === undefined) continue;
    if (!found.has(theme)) found.set(theme, { theme, x: spot(theme)[0], y: spot(theme)[1], radius: nodes[theme].radius ?? 40, statuses: new Map(), pledges: 0 });
    const { status } = nodes[number];
    if (!status) continue;
    const disc = found.get(theme);
    disc.pledges += 1;
    disc.statuses.set(status, (disc.statuses.get(status) ?? 0) + 1);
  }
  for (const [theme, disc] of found) disc.folded = scene.inside.get(standsForTheme(theme)) ? standsForTheme(theme) : null;
  return [...found.values()].filter((disc) => disc.folded === null || disc.folded === disc.theme);
}

function boundsOf(numbers) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const reachTo = (x, y, radius) => {
    [left, top] = [Math.min(left, x - radius), Math.min(top, y - radius)];
    [right, bottom] = [Math.max(right, x + radius), Math.max(bottom, y + radius)];
  };
  for (const number of numbers) reachTo(X[number], Y[number], 20);
  for (const { x, y, radius } of scene.grounds) reachTo(x, y, radius);
  if (left > right) return { left: 0, top: 0, width: 400, height: 300 };
  const [beside, above] = [Math.max(scene.upright ? 60 : 170, (right - left) * 0.08), Math.max(90, (bottom - top) * 0.06)]; // room for names
  return { left: left - beside, top: top - above, width: right - left + 2 * beside, height: bottom - top + 2 * above };
}

const homes = new Map(); // worked out once
/** The theme in whose disc a node stands beforehand; undefined for what several themes share. */
function homeOf(number) {
  const inDisc = ([x, y], theme) => Math.hypot(x - nodes[theme].free[0], y - nodes[theme].free[1]) < (nodes[theme].radius ?? 0);
  if (!homes.has(number)) homes.set(number, themeOf(number) ?? themes.find((theme) => inDisc(nodes[number].free, theme)));
  return homes.get(number);
}

/** How large a mark is drawn: from far away a little larger, as far as there is room. */
function radiusOf(number) {
  const { group } = nodes[number];
  if (group === "Theme" && scene.inside.has(number)) return foldedRadius(number);
  return RADIUS[group] * grown();
}
const grown = () => Math.min(1.4, Math.max(1, 0.6 / scale));

/** The radius of a theme's ground as it is drawn. */
const groundRadius = ({ theme, radius, folded }) => (folded === null ? radius : foldedRadius(theme));

function foldedRadius(theme) {
  return Math.min(nodes[theme].radius ?? 40, 34 + 9 * Math.sqrt(scene.inside.get(theme).pledges));
}
