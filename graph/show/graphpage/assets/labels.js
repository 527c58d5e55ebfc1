// Names in the free layout: as many as there is room for, the widest things first, more as one comes nearer.

const NAMES = { // from which zoom on a class is named, its type size on the screen, and its lines
  Theme: { from: 0, size: 13, bold: true, columns: 26, lines: 2 },
  Programme: { from: 0.18, size: 12.5, bold: true, columns: 22, lines: 2 },
  Organisation: { from: 0.6, size: 11.5, bold: false, columns: 20, lines: 2 },
  Outcome: { from: 1.3, size: 11, bold: false, columns: 20, lines: 2 },
  Commitment: { from: 1.5, size: 11, bold: false, columns: 19, lines: 3 },
  ProgressStatement: { from: 2.2, size: 11, bold: false, columns: 19, lines: 3 },
};
const RANK = Object.keys(NAMES);
const named = new Map(); // the lines of each name, broken once

function nameLines(number) {
  if (!named.has(number)) {
    const { group } = nodes[number];
    const text = group === "Theme" ? heading(number) : label(nodes[number]).replaceAll("\n", " ");
    named.set(number, broken(text, NAMES[group].columns, NAMES[group].lines));
  }
  return named.get(number);
}

/** The last of a theme's headings, without the title of its strategy. */
function heading(theme) {
  const { text } = nodes[theme];
  return text.replace(` (${strategy(nodes[theme]).title})`, "").split(" › ").at(-1);
}

/** A text in at most so many lines of so many letters, the rest cut off. */
function broken(text, columns, most) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= columns || !lines.at(-1)) lines[lines.length - 1] = longer;
    else if (lines.length < most) lines.push(word);
    else {
      lines[lines.length - 1] += "…";
      break;
    }
  }
  return lines.map((line) => (line.length > columns + 2 ? `${line.slice(0, columns)}…` : line));
}

/** Nodes in the order in which they are given room. */
function ranked(numbers) {
  const weight = (number) => (number === state.chosen ? 1e6 : 0) + (scene.lit && !dim(number) ? 1e5 : 0) - 1e4 * RANK.indexOf(nodes[number].group) + Math.min(9999, scene.hubs.get(number) ?? 0);
  return numbers.map((number) => [weight(number), number]).sort(([a, x], [b, y]) => b - a || x - y).map(([, number]) => number);
}

/** Which names there is room for at this zoom, and where: worked out once, so that scrolling only draws. */
function placedNames(scale) {
  if (scene.names?.scale === scale && !moving()) return scene.names.placed;
  const rooms = new Rooms(240 / scale);
  const grounds = new Map(moving() ? [] : scene.grounds.map((ground) => [ground.theme, ground]));
  for (const number of scene.order.filter(aside)) rooms.take(boxOfMark(number));
  for (const ground of grounds.values()) rooms.disc(ground);
  const bright = (number) => scene.lit && !dim(number) && nodes[number].group !== "ProgressStatement";
  const eligible = scene.order.filter((number) => nodes[number].group !== "Theme" && (scale >= NAMES[nodes[number].group].from || number === state.chosen || bright(number)) && !dim(number));
  const ordered = ranked([...eligible, ...grounds.keys()]);
  const placed = ordered.slice(0, moving() ? 60 : ordered.length).map((number) => roomFor(number, scale, rooms, grounds.get(number))).filter(Boolean);
  scene.names = { scale, placed };
  return placed;
}

function roomFor(number, scale, rooms, ground) {
  const { size, bold } = NAMES[nodes[number].group];
  const lines = nameLines(number);
  const width = (Math.max(...lines.map((line) => line.length)) * size * (bold ? 0.6 : 0.54)) / scale;
  const height = (lines.length * (size + 2)) / scale;
  const box = ground ? besideDisc(ground, width, height, rooms, 7 / scale) : besideMark(number, width, height, rooms);
  if (box) rooms.take(box);
  return box ? { number, lines, box } : null;
}

function drawNames(ctx, sight, scale) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = paint["--card"];
  ctx.lineWidth = 3.5 / scale;
  const view = [sight.left, sight.top, sight.right, sight.bottom];
  let font = "";
  for (const { number, lines, box } of placedNames(scale)) {
    if (!overlap(box, view)) continue;
    const { group } = nodes[number];
    const { size, bold } = NAMES[group];
    const wantedFont = `${bold ? "bold " : ""}${size / scale}px ${FONT}`;
    if (wantedFont !== font) ctx.font = font = wantedFont;
    ctx.globalAlpha = dim(number) ? 0.5 : 1;
    ctx.fillStyle = aside(number) || group === "Theme" ? paint[group] : paint["--ink"];
    lines.forEach((line, at) => {
      const [x, y] = [(box[0] + box[2]) / 2, box[1] + ((at + 0.5) * (size + 2)) / scale];
      ctx.strokeText(line, x, y);
      ctx.fillText(line, x, y);
    });
  }
  ctx.globalAlpha = 1;
}
