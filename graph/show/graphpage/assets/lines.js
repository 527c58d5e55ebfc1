// What lies behind the cards: the ground of each theme, and the lines from card to card.

const DASHES = { evidencedBy: [], ownedBy: [], involves: [7, 5], reports: [2, 4], partOf: [12, 4, 2, 4], continues: [12, 4, 2, 4, 2, 4] };
const SHIFTS = { evidencedBy: -5, continues: -10 }; // above the middle, so that lines do not leave a card as one
const HEADS = [[14, "Pledges"], [336, "What was reported"], [652, "Owners, partners, outcomes"]];
const STATEMENTS_END = 598;

/** The ground under each theme: from its heading to the lowest of its cards that is seen. */
function drawBands(ctx) {
  const bands = new Map();
  for (const id of seen) {
    const node = nodes.get(id);
    const band = node.band ?? (node.group === "Theme" ? id : null);
    if (band === null) continue;
    const [top, bottom] = bands.get(band) ?? [Infinity, -Infinity];
    const y = world.middles.get(id);
    bands.set(band, [Math.min(top, y - node.height / 2), Math.max(bottom, y + node.height / 2)]);
  }
  ctx.fillStyle = paint["--band"];
  for (const [top, bottom] of bands.values()) {
    ctx.beginPath();
    ctx.roundRect(4, top - 2, 604, bottom - top + 10, 10);
    ctx.fill();
  }
}

const edge = (node, side) => node.x + (side * node.width) / 2;

/**
 * From the right of one card to the left of the next; a long line keeps level until it has passed the statements.
 * From pledge to pledge it runs in the gap to the right of both, from owner to owner to the left of both.
 */
function trace(ctx, from, to, y0, y1, relation) {
  const [x0, x1] = [edge(from, 1), edge(to, -1)];
  ctx.beginPath();
  if (relation === "continues") {
    ctx.moveTo(x0, y0);
    ctx.bezierCurveTo(x0 + 44, y0, x0 + 44, y1, x0 + 6, y1);
    return ctx.stroke();
  }
  if (from.x === to.x) {
    ctx.moveTo(edge(from, -1), y0);
    ctx.bezierCurveTo(x1 - 40, y0, x1 - 40, y1, x1 - 5, y1);
    return ctx.stroke();
  }
  const turn = from.x < to.x && x1 > STATEMENTS_END ? Math.max(x0, STATEMENTS_END) : x0;
  const middle = (turn + x1) / 2;
  ctx.moveTo(x0, y0);
  ctx.lineTo(turn, y0);
  ctx.bezierCurveTo(middle + 6, y0, middle - 12, y1, x1 - 6, y1);
  ctx.stroke();
}

/** A head that points to `x` from the left (length 8) or from the right (length -8). */
function arrow(ctx, x, y, length) {
  ctx.setLineDash([]);
  ctx.beginPath();
  polygon(ctx, [[x, y], [x - length, y - 4], [x - length, y + 4]]);
  ctx.fill();
}

function drawLine(ctx, { from, to, relation }, strong) {
  const [start, end] = [nodes.get(from), nodes.get(to)];
  const [y0, y1] = [world.middles.get(from) + (SHIFTS[relation] ?? 5), world.middles.get(to)];
  if (Math.max(y0, y1) < sight.top || Math.min(y0, y1) > sight.bottom) return;
  ctx.strokeStyle = ctx.fillStyle = strong ? paint[end.group] : paint["--line"];
  ctx.lineWidth = (strong ? 1.75 : 1) * (relation === "ownedBy" ? 1.6 : 1);
  ctx.setLineDash(DASHES[relation]);
  trace(ctx, start, end, y0, y1, relation);
  if (relation === "continues") arrow(ctx, edge(end, 1), y1, -8);
  else arrow(ctx, edge(end, -1), y1, 8);
}

/** Every line between cards in sight; when something is chosen, its own are drawn last and in colour. */
function drawLines(ctx) {
  const drawn = lines.filter(({ from, to }) => seen.has(from) && seen.has(to));
  const strong = ({ from, to }) => Boolean(state.chosen && lit.has(from) && lit.has(to));
  ctx.save();
  ctx.globalAlpha = state.chosen ? 0.4 : 1;
  for (const line of drawn) if (!strong(line)) drawLine(ctx, line, false);
  ctx.globalAlpha = 1;
  for (const line of drawn) if (strong(line)) drawLine(ctx, line, true);
  ctx.restore();
}

/** The headings of the columns, which stay at the top of the window. */
function drawHeads(ctx) {
  ctx.save();
  ctx.fillStyle = paint["--card"];
  ctx.fillRect(0, sight.top, WIDTH, 26);
  ctx.fillStyle = paint["--quiet"];
  ctx.font = `bold 12px ${FONT}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  for (const [left, head] of HEADS) ctx.fillText(head, left, sight.top + 13);
  ctx.restore();
}
