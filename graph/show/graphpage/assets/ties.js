// The lines of the free layout: short ones inside a disc, and one bundle from each theme to each programme it feeds.

/** Bundles from the grounds of themes to what stands outside them, worked out once for each picture. */
function ties() {
  if (scene.ties) return scene.ties;
  const found = new Map();
  const inner = [];
  for (const line of scene.lines) {
    const [from, to] = [themeOf(line.from), themeOf(line.to)];
    const start = from === undefined || scene.inside.has(line.from) ? line.from : standsForTheme(from);
    if (to !== undefined || start === line.from) {
      if (from !== undefined && from === to) inner.push(line);
      else add(found, line.from, line.to, line.relation, line.count);
    } else add(found, start, line.to, line.relation, line.count);
  }
  scene.ties = { inner, bundled: [...found.values()] };
  return scene.ties;
}

function add(found, from, to, relation, many) {
  const key = `${from} ${to} ${relation}`;
  if (found.has(key)) found.get(key).count += many;
  else found.set(key, { from, to, relation, count: many });
}

const place = (number) => (nodes[number].group === "Theme" ? spot(number) : [X[number], Y[number]]);

/** A line with a slight bend, always to the same side. */
function bow(ctx, { from, to }) {
  const [[x0, y0], [x1, y1]] = [place(from), place(to)];
  const [dx, dy] = [x1 - x0, y1 - y0];
  ctx.moveTo(x0, y0);
  ctx.quadraticCurveTo((x0 + x1) / 2 - dy * 0.09, (y0 + y1) / 2 + dx * 0.09, x1, y1);
}

function straight(ctx, { from, to }) {
  ctx.moveTo(X[from], Y[from]);
  ctx.lineTo(X[to], Y[to]);
}

function strokeTies(ctx, lines, look, draw, scale) {
  for (const members of grouped(lines, (line) => `${look(line).join(" ")} ${line.relation}`).values()) {
    const [ink, width] = look(members[0]);
    ctx.strokeStyle = ink;
    ctx.lineWidth = width / Math.max(0.3, Math.min(1, scale));
    ctx.setLineDash(scale < 0.5 ? [] : DASHES[members[0].relation]);
    ctx.beginPath();
    for (const line of members) draw(ctx, line);
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

/** From near, a line that only passes through the window tells nothing. */
const endsIn = ({ from, to }, { left, top, right, bottom }) => [place(from), place(to)].some(([x, y]) => x > left - 200 && x < right + 200 && y > top - 200 && y < bottom + 200);

/** Under the grounds: the bundles; thin where something is chosen, whose own lines come after. */
function drawBundles(ctx, sight, scale) {
  const most = state.chosen === null ? 5 : 1;
  strokeTies(ctx, ties().bundled.filter((line) => scale < 0.5 || endsIn(line, sight)), ({ count: many }) => [paint["--line"], Math.min(most, 1 + Math.round(Math.log2(many)))], bow, scale);
}

/** Over the grounds: lines inside a disc, from near, and those of what is chosen. */
function drawTies(ctx, scale) {
  if (scale > 0.3) strokeTies(ctx, ties().inner, () => [paint["--control"], state.chosen === null ? 1 : 0.5], straight, scale);
  if (state.chosen === null) return;
  const own = scene.lines.filter(({ from, to }) => scene.lit.has(from) && scene.lit.has(to));
  strokeTies(ctx, own, ({ to }) => [paint[nodes[to].group], 1.6], own.length > 300 ? straight : bow, scale);
}
