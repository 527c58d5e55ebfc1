// How one node looks in the flow: an outline for its class, its words, and for a pledge its status.

const INSETS = { Commitment: 36, Theme: 28, ProgressStatement: 12, Programme: 18, Organisation: 16, Outcome: 12 };

/** Draw a card with its middle at (x, y). */
function drawCard(ctx, number, x, y, hover) {
  const node = nodes[number];
  const inside = scene.inside.get(number);
  if (node.group === "Theme") inside ? drawFoldedTheme(ctx, number, x, y, inside, hover) : drawHeading(ctx, number, x, y);
  else {
    if (inside) drawStack(ctx, number, x, y);
    drawOutline(ctx, number, x, y, node.width, node.height, hover);
    if (node.status) drawDiscs(ctx, node.status, [[x + 19 - node.width / 2, y]], 11, true, dim(number));
    drawText(ctx, number, x, y, inside ? count(inside.others, "part is inside", "parts are inside") : node.note);
  }
}

function drawOutline(ctx, number, x, y, w, h, hover) {
  ctx.beginPath();
  OUTLINES[nodes[number].group](ctx, x, y, w, h);
  ctx.fillStyle = paint["--card"];
  ctx.fill();
  ctx.strokeStyle = outlineOf(number);
  ctx.lineWidth = number === state.chosen ? 3.5 : hover ? 2.5 : lit(number) ? 2 : dim(number) ? 0.75 : 1.25;
  ctx.stroke();
}

/** A second edge behind a card that others are folded into. */
function drawStack(ctx, number, x, y) {
  const { group, width, height } = nodes[number];
  ctx.beginPath();
  OUTLINES[group](ctx, x + 4, y + 4, width, height);
  ctx.fillStyle = paint["--band"];
  ctx.fill();
  ctx.strokeStyle = outlineOf(number);
  ctx.lineWidth = 1;
  ctx.stroke();
}

function drawHeading(ctx, number, x, y) {
  const node = nodes[number];
  const left = x + 8 - node.width / 2;
  drawSwitch(ctx, left + 6, y, true);
  drawText(ctx, number, x, y, "");
  if (number === state.chosen) ctx.fillRect(left, y + 13, node.width - 16, 2.5);
}

/** The triangle that says whether a theme is open; a click on it opens and closes. */
function drawSwitch(ctx, x, y, open) {
  ctx.fillStyle = paint.Theme;
  ctx.beginPath();
  polygon(ctx, open ? [[x - 6, y - 4], [x + 6, y - 4], [x, y + 5]] : [[x - 4, y - 6], [x + 5, y], [x - 4, y + 6]]);
  ctx.fill();
}

function drawFoldedTheme(ctx, number, x, y, inside, hover) {
  const node = nodes[number];
  drawOutline(ctx, number, x, y, node.width, FLOW.foldedTheme, hover);
  const left = x - node.width / 2;
  drawSwitch(ctx, left + 14, y - 14, false);
  drawText(ctx, number, x, y - 14, "");
  if (inside.pledges) drawShare(ctx, inside.statuses, left + 28, y + 2, node.width - 48, 7);
  let at = left + 28;
  ctx.font = `12px ${FONT}`;
  for (const status of Object.keys(words.statuses).filter((value) => inside.statuses.has(value))) {
    const said = `${inside.statuses.get(status).toLocaleString("en-GB")} ${words.statuses[status].word.toLowerCase()}`;
    drawDiscs(ctx, status, [[at + 6, y + 20]], 6.5, true, dim(number));
    ctx.fillStyle = paint["--quiet"];
    ctx.fillText(said, at + 16, y + 20.5);
    at += 30 + ctx.measureText(said).width;
  }
  if (inside.pledges) return;
  ctx.fillStyle = paint["--quiet"];
  ctx.fillText(count(inside.others, "statement or other thing inside", "statements and other things inside"), at, y + 18);
}

function drawText(ctx, number, x, y, note = "") {
  const node = nodes[number];
  const lines = label(node).split("\n");
  const inset = INSETS[node.group];
  const room = node.width - inset - 14;
  const left = x + inset - node.width / 2;
  const theme = node.group === "Theme";
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillStyle = inkOf(number, theme ? "Theme" : "--ink");
  ctx.font = `${theme ? "bold " : ""}13px ${FONT}`;
  let line = y - (lines.length + (note ? 1 : 0)) * 8 + 8;
  for (const text of lines) {
    ctx.fillText(text, left, line, room);
    line += 16;
  }
  if (!note) return;
  ctx.fillStyle = inkOf(number, node.group === "Commitment" ? "Programme" : node.group);
  ctx.font = `11.5px ${FONT}`;
  ctx.fillText(note, left, line + 1, room);
}

/** Cards too small to be read, many at once: their outlines and the colour of their status. */
function drawSmallCards(ctx, numbers) {
  const kinds = new Map();
  for (const number of numbers) {
    const node = nodes[number];
    const key = `${dim(number) ? "dim" : "lit"} ${node.status ?? node.group}`;
    if (!kinds.has(key)) kinds.set(key, []);
    kinds.get(key).push(number);
  }
  for (const [key, members] of kinds) {
    const [strength, kind] = key.split(" ");
    const colour = paint[strength === "dim" ? "--control" : kind];
    ctx.beginPath();
    for (const number of members) {
      const [w, h] = cardSize(number);
      ctx.rect(X[number] - w / 2, Y[number] - h / 2, w, h);
    }
    ctx.fillStyle = paint["--card"];
    ctx.fill();
    ctx.strokeStyle = colour;
    ctx.lineWidth = strength === "dim" ? 1 : 2;
    ctx.stroke();
    if (strength === "dim") continue;
    ctx.beginPath();
    for (const number of members) {
      const [w, h] = cardSize(number);
      ctx.rect(X[number] - w / 2, Y[number] - h / 2, nodes[number].status ? 36 : 10, h);
    }
    ctx.fillStyle = colour;
    ctx.fill();
  }
}
