// How the free layout looks: grounds of themes with a ring of their statuses, and marks by class and status.

/** The ground of each theme; its ring tells how its pledges stand, from far away too. */
function drawGrounds(ctx, sight, scale) {
  const thick = Math.min(14, Math.max(4, 3 / scale));
  for (const { theme, x, y, radius, statuses, pledges: total, folded } of scene.grounds) {
    const r = groundRadius({ theme, radius, folded });
    if (!overlap(boxRound(x, y, 2 * r + 30, 2 * r + 30), [sight.left, sight.top, sight.right, sight.bottom])) continue;
    ctx.beginPath();
    ctx.arc(x, y, r, 0, Math.PI * 2);
    ctx.fillStyle = folded === null ? paint["--band"] : paint["--card"];
    ctx.fill();
    const wide = dim(theme) ? 0.4 : 1;
    if (folded !== null) drawRing(ctx, x, y, r - 8 * wide, 16 * wide, statuses, total);
    else drawRing(ctx, x, y, r, thick * wide, statuses, total);
    if (folded !== null) drawNumber(ctx, x, y, r, total, dim(theme) ? "--quiet" : "--ink");
    if (theme === state.chosen) strokeRound(ctx, x, y, r + 8, 3 / Math.min(1, scale));
  }
}

function drawRing(ctx, x, y, radius, thick, statuses, total) {
  ctx.lineWidth = thick;
  let from = -Math.PI / 2;
  for (const status of Object.keys(words.statuses).filter((value) => statuses.has(value))) {
    const to = from + (statuses.get(status) / total) * Math.PI * 2;
    ctx.strokeStyle = paint[status];
    ctx.beginPath();
    ctx.arc(x, y, radius, from, Math.max(from + 0.02, to - (total > 1 ? 2 / radius : 0)));
    ctx.stroke();
    from = to;
  }
}

/** How many pledges are in a folded disc, with the word for them. */
function drawNumber(ctx, x, y, radius, total, ink) {
  const size = Math.round(Math.min(28, radius * 0.42));
  ctx.fillStyle = paint[ink];
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.font = `bold ${size}px ${FONT}`;
  ctx.fillText(total.toLocaleString("en-GB"), x, y - size * 0.3);
  ctx.font = `${Math.round(size * 0.55)}px ${FONT}`;
  ctx.fillText(total === 1 ? "pledge" : "pledges", x, y + size * 0.55);
}

function strokeRound(ctx, x, y, radius, width) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.strokeStyle = paint["--focus"];
  ctx.lineWidth = width;
  ctx.stroke();
}

/** All marks in sight, one class and status at a time: those that are dimmed first. */
function drawMarks(ctx, numbers, scale) {
  const kinds = new Map();
  for (const number of numbers) {
    const node = nodes[number];
    if (node.group === "Theme") continue;
    const key = `${dim(number) ? 0 : 1}${node.group === "Commitment" ? 2 : aside(number) ? 3 : 1}${node.status ?? node.group}`;
    if (!kinds.has(key)) kinds.set(key, []);
    kinds.get(key).push(number);
  }
  for (const key of [...kinds.keys()].sort()) {
    drawKind(ctx, key.slice(2), kinds.get(key), scale, key[0] === "0");
  }
}

function drawKind(ctx, kind, members, scale, faint) {
  if (words.statuses[kind]) return drawDiscs(ctx, kind, members.map((number) => [X[number], Y[number]]), RADIUS.Commitment * grown(), scale > 0.42, faint);
  ctx.beginPath();
  for (const number of members) {
    const r = radiusOf(number);
    const wide = kind === "Organisation" || kind === "Programme" ? 1.15 : 1;
    OUTLINES[kind](ctx, X[number], Y[number], 2 * r * wide, 2 * r * (wide > 1 ? 0.9 : 0.85), r * 0.6);
  }
  ctx.fillStyle = kind === "Programme" && !faint ? paint.Programme : paint["--card"];
  ctx.fill();
  ctx.strokeStyle = outlineOf(members[0]);
  ctx.lineWidth = faint ? 1 : aside(members[0]) ? 2.2 : 1.5;
  ctx.stroke();
  if (kind !== "Programme" || faint) return undefined;
  // A light core: a programme is told from a full disc at any size.
  ctx.beginPath();
  for (const number of members) OUTLINES.Programme(ctx, X[number], Y[number], radiusOf(number), radiusOf(number) * 0.8, radiusOf(number) * 0.3);
  ctx.fillStyle = paint["--card"];
  ctx.fill();
  return undefined;
}

/** The chosen mark and the one under the pointer. */
function drawHalo(ctx, number, scale, width) {
  if (nodes[number].group === "Theme") return;
  strokeRound(ctx, X[number], Y[number], radiusOf(number) + 5 / Math.max(0.5, scale), width / Math.max(0.35, scale));
}
