// The lines of the flow: from the right of one card to the left of the next, drawn many at once.

const DASHES = { evidencedBy: [], ownedBy: [], involves: [7, 5], reports: [2, 4], partOf: [12, 4, 2, 4], continues: [12, 4, 2, 4, 2, 4] };
const SHIFTS = { evidencedBy: -5, continues: -10 }; // above the middle, so that lines do not leave a card as one
const HEADS = [[14, "Pledges"], [336, "What was reported"], [652, "Owners, partners, outcomes"]];
const STATEMENTS_END = 598;
const GAP_WIDTH = 46; // between the statements and the right-hand column

/** How far out of sight a line is still followed: a browser pays for every pixel of a line, seen or not. */
const BEYOND = 1500;
let followed = { top: -Infinity, bottom: Infinity };
const endY = (number) => Math.min(followed.bottom, Math.max(followed.top, Y[number]));

const edgeX = (number, side) => X[number] + (side * nodes[number].width) / 2;

/** Lines that look alike, by how they look. */
function grouped(lines, look) {
  const found = new Map();
  for (const line of lines) {
    const key = look(line);
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(line);
  }
  return found;
}

/** A long line keeps level until it has passed the statements; from pledge to pledge it runs to the right of both. */
function curve(ctx, { from, to, relation }) {
  const [y0, y1] = [endY(from) + (SHIFTS[relation] ?? 5), endY(to)];
  const [x0, x1] = [edgeX(from, 1), edgeX(to, -1)];
  if (relation === "continues") {
    ctx.moveTo(x0, y0);
    ctx.bezierCurveTo(x0 + 44, y0, x0 + 44, y1, edgeX(to, 1) + 6, y1);
    return;
  }
  if (X[from] === X[to]) {
    ctx.moveTo(edgeX(from, -1), y0);
    ctx.bezierCurveTo(x1 - 40, y0, x1 - 40, y1, x1 - 5, y1);
    return;
  }
  const turn = X[from] < X[to] && x1 > STATEMENTS_END ? Math.max(x0, STATEMENTS_END) : x0;
  const middle = (turn + x1) / 2;
  ctx.moveTo(x0, y0);
  ctx.lineTo(turn, y0);
  ctx.bezierCurveTo(middle + 6, y0, middle - 12, y1, x1 - 6, y1);
}

/** The head of a line: it points to the card that the line goes to. */
function head(ctx, { to, relation }) {
  const [x, length] = relation === "continues" ? [edgeX(to, 1), -8] : [edgeX(to, -1), 8];
  polygon(ctx, [[x, Y[to]], [x - length, Y[to] - 4], [x - length, Y[to] + 4]]);
}

const weightOf = ({ count: many, relation }) => (many > 1 ? Math.min(7, 1.5 + Math.log2(many)) : relation === "ownedBy" ? 1.6 : 1);

function strokeLines(ctx, lines, colourOf, scale, strength) {
  for (const members of grouped(lines, (line) => `${colourOf(line)} ${line.relation} ${weightOf(line).toFixed(1)}`).values()) {
    ctx.strokeStyle = ctx.fillStyle = colourOf(members[0]);
    ctx.lineWidth = weightOf(members[0]) * strength * Math.max(1, 0.5 / scale);
    ctx.setLineDash(scale < 0.4 ? [] : DASHES[members[0].relation]);
    ctx.beginPath();
    for (const line of members) curve(ctx, line);
    ctx.stroke();
    if (scale < 0.4) continue;
    ctx.setLineDash([]);
    ctx.beginPath();
    for (const line of members) head(ctx, line);
    ctx.fill();
  }
  ctx.setLineDash([]);
}

/** The lines of the cards in sight; when something is chosen, its own are drawn last and in colour. */
function drawFlowLines(ctx, sight, scale) {
  const near = (number) => Y[number] > sight.top - 40 && Y[number] < sight.bottom + 40;
  const strong = ({ from, to }) => state.chosen !== null && scene.lit.has(from) && scene.lit.has(to);
  const inSight = scene.lines.filter(({ from, to }) => near(from) || near(to));
  followed = { top: sight.top - BEYOND / scale, bottom: sight.bottom + BEYOND / scale };
  strokeLines(ctx, inSight.filter((line) => !strong(line)), () => paint["--line"], scale, state.chosen === null ? 0.9 : 0.5);
  strokeLines(ctx, scene.lines.filter(strong), (line) => paint[nodes[line.to].group], scale, 1.5);
  if (scale >= 0.4) drawNumbers(ctx, inSight.filter(({ count: many }) => many > 1));
}

/** What a bundle of lines stands for: the pledges that own, involve and continue, else the lines themselves. */
const BUNDLED = { ownedBy: ["pledge", "pledges"], involves: ["pledge", "pledges"], continues: ["pledge", "pledges"], evidencedBy: ["report", "reports"], reports: ["outcome", "outcomes"], partOf: ["part", "parts"] };

/** How many lines a bundle holds, and of what, where it begins. */
function drawNumbers(ctx, bundled) {
  ctx.font = `bold 11px ${FONT}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.lineWidth = 4;
  ctx.strokeStyle = paint["--card"];
  ctx.fillStyle = paint["--quiet"];
  const rows = new Map(); // lines that begin at one card are told under one another
  for (const { from, to, relation, count: many } of bundled) {
    if (X[from] === X[to]) continue;
    const row = rows.get(from) ?? 0;
    rows.set(from, row + 1);
    const said = count(many, ...BUNDLED[relation]);
    const [x, y] = [edgeX(from, 1) + 4, Y[from] - 12 + row * 13];
    ctx.strokeText(said, x, y, GAP_WIDTH);
    ctx.fillText(said, x, y, GAP_WIDTH);
  }
}

/** The headings of the columns, which stay at the top of the window. */
function drawHeads(ctx, top) {
  ctx.fillStyle = paint["--card"];
  ctx.fillRect(0, top, FLOW.width, 26);
  ctx.fillStyle = paint["--quiet"];
  ctx.font = `bold 12px ${FONT}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  for (const [left, text] of HEADS) ctx.fillText(text, left, top + 13);
}

/** The ground under each theme of the flow. */
function drawBands(ctx, sight) {
  ctx.fillStyle = paint["--band"];
  ctx.beginPath();
  for (const { theme, top, bottom } of scene.grounds) {
    if (!scene.inside.has(theme) && bottom > sight.top && top < sight.bottom) ctx.roundRect(4, top - 6, 604, bottom - top + 14, 10);
  }
  ctx.fill();
}
