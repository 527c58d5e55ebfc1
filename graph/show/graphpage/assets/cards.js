// How one node looks: an outline for its class, its words, and for a pledge its status.

const FONT = "system-ui, sans-serif";

const OUTLINES = {
  box: (path, w, h) => path.roundRect(-w / 2, -h / 2, w, h, 7),
  square: (path, w, h) => polygon(path, [[-w / 2, -h / 2], [w / 2 - 12, -h / 2], [w / 2, 12 - h / 2], [w / 2, h / 2], [-w / 2, h / 2]]),
  hexagon: (path, w, h) => polygon(path, [[12 - w / 2, -h / 2], [w / 2 - 12, -h / 2], [w / 2, 0], [w / 2 - 12, h / 2], [12 - w / 2, h / 2], [-w / 2, 0]]),
  ellipse: (path, w, h) => path.roundRect(-w / 2, -h / 2, w, h, Math.min(h / 2, 24)),
  triangle: (path, w, h) => polygon(path, [[-w / 2, -h / 2], [w / 2 - 14, -h / 2], [w / 2, 0], [w / 2 - 14, h / 2], [-w / 2, h / 2]]),
};
const INSETS = { Commitment: 36, Theme: 28, ProgressStatement: 12, Programme: 18, Organisation: 16, Outcome: 12 };

function polygon(path, points) {
  for (const [x, y] of points) path.lineTo(x, y);
  path.closePath();
}

const paint = {}; // the colours in use, read from the style sheet: it knows light from dark
function mix() {
  for (const name of ["--card", "--ink", "--quiet", "--line", "--band", "--focus"]) paint[name] = colour(name);
  for (const kind of Object.keys(words.classes)) paint[kind] = colour(`--classes-${kind}`);
  for (const value of Object.keys(words.statuses)) paint[value] = colour(`--statuses-${value}`);
}

function drawCard(ctx, node, x, y, hover) {
  const { width: w, height: h } = node;
  ctx.translate(x, y);
  ctx.globalAlpha = lit && !lit.has(node.id) ? 0.3 : 1;
  if (node.group === "Theme") return drawHeading(ctx, node);
  const path = new Path2D();
  OUTLINES[node.shape](path, w, h);
  ctx.globalAlpha = 1;
  ctx.fillStyle = paint["--card"];
  ctx.fill(path);
  ctx.globalAlpha = lit && !lit.has(node.id) ? 0.3 : 1;
  ctx.strokeStyle = paint[node.group];
  ctx.lineWidth = node.id === state.chosen ? 3.5 : hover ? 2.5 : 1.25;
  ctx.stroke(path);
  if (node.status) drawStatus(ctx, node);
  drawText(ctx, node);
}

function drawHeading(ctx, node) {
  ctx.fillStyle = paint.Theme;
  const left = 8 - node.width / 2;
  ctx.beginPath();
  polygon(ctx, [[left, 0], [left + 6, -6], [left + 12, 0], [left + 6, 6]]);
  ctx.fill();
  drawText(ctx, node);
  if (node.id === state.chosen) ctx.fillRect(left, 13, node.width - 16, 2.5);
}

function drawStatus(ctx, node) {
  ctx.fillStyle = paint[node.status];
  ctx.beginPath();
  ctx.arc(19 - node.width / 2, 0, 11, 0, 7);
  ctx.fill();
  ctx.fillStyle = paint["--card"];
  ctx.font = `bold 13px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(words.statuses[node.status].symbol, 19 - node.width / 2, 1);
}

function drawText(ctx, node) {
  const lines = node.label.split("\n");
  const inset = INSETS[node.group];
  const room = node.width - inset - 14;
  const left = inset - node.width / 2;
  const theme = node.group === "Theme";
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillStyle = theme ? paint.Theme : paint["--ink"];
  ctx.font = `${theme ? "bold " : ""}13px ${FONT}`;
  let y = -(lines.length + (node.note ? 1 : 0)) * 8 + 8;
  for (const line of lines) {
    ctx.fillText(line, left, y, room);
    y += 16;
  }
  if (!node.note) return;
  ctx.fillStyle = paint[node.group === "Commitment" ? "Programme" : node.group];
  ctx.font = `11.5px ${FONT}`;
  ctx.fillText(node.note, left, y + 1, room);
}
