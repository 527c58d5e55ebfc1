// Names in the free layout: as many as there is room for, the widest things first, more as one comes nearer.

const NAMES = { // from which zoom on a class is named, its type size on the screen, and its lines
  Theme: { from: 0, size: 13, bold: true, columns: 22, lines: 3 },
  Programme: { from: 0.18, size: 12.5, bold: true, columns: 22, lines: 2 },
  Organisation: { from: 0.6, size: 11.5, bold: false, columns: 20, lines: 2 },
  Outcome: { from: 1.3, size: 11, bold: false, columns: 20, lines: 2 },
  Commitment: { from: 1.5, size: 11, bold: false, columns: 19, lines: 3 },
  ProgressStatement: { from: 2.2, size: 11, bold: false, columns: 19, lines: 3 },
};
const RANK = Object.keys(NAMES);
const SMALLEST = 11; // px of the screen: smaller words are not read
const SHORT = { columns: 14, lines: 2 }; // where there is no room for more, and on a narrow screen
const named = new Map(); // the lines of each name, broken once

/** A name in lines, and its type: as it is best, or short and small. */
function lettering(number, short) {
  const key = `${number} ${short}`;
  if (!named.has(key)) {
    const { group } = nodes[number];
    const { size, bold, columns, lines } = { ...NAMES[group], ...(short ? { ...SHORT, size: SMALLEST } : {}) };
    const text = group === "Theme" ? heading(number) : label(nodes[number]).replaceAll("\n", " ");
    const broke = broken(text, columns, lines);
    named.set(key, { lines: broke, size, bold, width: Math.max(...broke.map((line) => breadth(line, bold))) * size });
  }
  return named.get(key);
}

const ruler = el("canvas").getContext("2d");
/** How wide a line is, for a type size of 1. */
function breadth(text, bold) {
  ruler.font = `${bold ? "bold " : ""}100px ${FONT}`;
  return ruler.measureText(text).width / 100;
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
  const weight = (number) => (number === state.chosen ? 1e6 : 0) + (lit(number) ? 1e5 : 0) - 1e4 * RANK.indexOf(nodes[number].group) + Math.min(9999, scene.hubs.get(number) ?? 0);
  return numbers.map((number) => [weight(number), number]).sort(([a, x], [b, y]) => b - a || x - y).map(([, number]) => number);
}

/** Which names there is room for at this zoom, and where: worked out once, so that scrolling only draws. */
function placedNames(scale) {
  if (scene.names?.scale === scale && !movingNow) return scene.names.placed;
  const rooms = new Rooms(240 / scale);
  const grounds = new Map(scene.grounds.map((ground) => [ground.theme, ground]));
  for (const number of scene.order) if (nodes[number].group !== "Theme") rooms.take(boxOfMark(number));
  for (const ground of grounds.values()) rooms.disc(ground);
  const bright = (number) => lit(number) && nodes[number].group !== "ProgressStatement";
  const eligible = scene.order.filter((number) => nodes[number].group !== "Theme" && (scale >= NAMES[nodes[number].group].from || number === state.chosen || bright(number)));
  const ordered = ranked([...eligible, ...grounds.keys()]);
  const placed = ordered.slice(0, movingNow ? 60 : ordered.length).map((number) => roomFor(number, scale, rooms, grounds.get(number))).filter(Boolean);
  scene.names = { scale, placed };
  return placed;
}

/** A name where there is room for it, short where there is no more; null where there is none. */
function roomFor(number, scale, rooms, ground) {
  for (const short of viewport.clientWidth < 480 ? [true] : [false, true]) {
    const look = lettering(number, short);
    const [width, height] = [look.width / scale, (look.lines.length * (look.size + 2)) / scale];
    const box = ground ? besideDisc(ground, width, height, rooms, 7 / scale) : besideMark(number, width, height, rooms);
    if (!box) continue;
    rooms.take(box);
    return { number, ...look, box };
  }
  return null;
}

function drawNames(ctx, sight, scale) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = paint["--card"];
  ctx.lineWidth = 3.5 / scale;
  const view = [sight.left, sight.top, sight.right, sight.bottom];
  let font = "";
  for (const { number, lines, size, bold, box } of placedNames(scale)) {
    if (!overlap(box, view)) continue;
    const { group } = nodes[number];
    const wantedFont = `${bold ? "bold " : ""}${size / scale}px ${FONT}`;
    if (wantedFont !== font) ctx.font = font = wantedFont;
    ctx.fillStyle = inkOf(number, aside(number) || group === "Theme" ? group : "--ink");
    lines.forEach((line, at) => {
      const [x, y] = [(box[0] + box[2]) / 2, box[1] + ((at + 0.5) * (size + 2)) / scale];
      ctx.strokeText(line, x, y);
      ctx.fillText(line, x, y);
    });
  }
}
