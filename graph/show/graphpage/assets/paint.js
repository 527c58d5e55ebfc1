// Colours and outlines, the same for the screen, a picture to keep, and both layouts.

const FONT = "system-ui, sans-serif";

const paint = {}; // the colours in use, read from the style sheet: it knows light from dark
function mix(colourOf = colour) {
  for (const name of ["--page", "--card", "--ink", "--quiet", "--line", "--control", "--band", "--focus"]) paint[name] = colourOf(name);
  for (const kind of Object.keys(words.classes)) paint[kind] = colourOf(`--classes-${kind}`);
  for (const value of Object.keys(words.statuses)) paint[value] = colourOf(`--statuses-${value}`);
}

// What is not on the path of what is chosen steps back: it is grey, thin and hollow, but its words can still be read.
const inkOf = (number, otherwise = "--ink") => paint[dim(number) ? "--quiet" : otherwise];
const outlineOf = (number) => paint[dim(number) ? "--control" : nodes[number].group];

function polygon(path, points) {
  points.forEach(([x, y], number) => (number ? path.lineTo(x, y) : path.moveTo(x, y)));
  path.closePath();
}

/** The outline of each class round (x, y): a shape as well as a colour tells them apart. */
const OUTLINES = {
  Commitment: (path, x, y, w, h) => path.roundRect(x - w / 2, y - h / 2, w, h, 7),
  Theme: (path, x, y, w, h) => path.roundRect(x - w / 2, y - h / 2, w, h, 10),
  ProgressStatement: (path, x, y, w, h, cut = 12) => polygon(path, [[x - w / 2, y - h / 2], [x + w / 2 - cut, y - h / 2], [x + w / 2, y + cut - h / 2], [x + w / 2, y + h / 2], [x - w / 2, y + h / 2]]),
  Programme: (path, x, y, w, h, cut = 12) => polygon(path, [[x + cut - w / 2, y - h / 2], [x + w / 2 - cut, y - h / 2], [x + w / 2, y], [x + w / 2 - cut, y + h / 2], [x + cut - w / 2, y + h / 2], [x - w / 2, y]]),
  Organisation: (path, x, y, w, h) => path.roundRect(x - w / 2, y - h / 2, w, h, Math.min(h / 2, 24)),
  Outcome: (path, x, y, w, h, cut = 14) => polygon(path, [[x - w / 2, y - h / 2], [x + w / 2 - cut, y - h / 2], [x + w / 2, y], [x + w / 2 - cut, y + h / 2], [x - w / 2, y + h / 2]]),
};

/** The sign of each status, in lines from (x, y), for a mark of the radius r: it is legible where a letter would not be. */
const SIGNS = {
  Achieved: (path, x, y, r) => { path.moveTo(x - 0.45 * r, y + 0.05 * r); path.lineTo(x - 0.1 * r, y + 0.4 * r); path.lineTo(x + 0.5 * r, y - 0.38 * r); },
  InProgress: (path, x, y, r) => { path.moveTo(x, y - 0.5 * r); path.arc(x, y, 0.5 * r, -Math.PI / 2, Math.PI / 2); path.closePath(); },
  Outstanding: (path, x, y, r) => { path.moveTo(x - 0.36 * r, y - 0.36 * r); path.lineTo(x + 0.36 * r, y + 0.36 * r); path.moveTo(x + 0.36 * r, y - 0.36 * r); path.lineTo(x - 0.36 * r, y + 0.36 * r); },
  NotReported: () => {},
  NotAssessed: (path, x, y, r) => {
    path.moveTo(x - 0.3 * r, y - 0.25 * r);
    path.arc(x, y - 0.25 * r, 0.3 * r, Math.PI, Math.PI * 2.4);
    path.lineTo(x, y + 0.2 * r);
    path.moveTo(x, y + 0.46 * r);
    path.lineTo(x, y + 0.54 * r);
  },
};
const HOLLOW = "NotReported"; // nothing was said: the disc is empty

/** Discs of one status in one go: they all have its colour, and its sign in that of the ground; grey rings where `faint`. */
function drawDiscs(ctx, status, places, r, signs = true, faint = false) {
  const hollow = faint || status === HOLLOW;
  const colour = paint[faint ? "--control" : status];
  ctx.fillStyle = ctx.strokeStyle = colour;
  ctx.lineWidth = faint ? Math.max(1, r * 0.1) : Math.max(1.5, r * 0.2);
  ctx.beginPath();
  const inner = hollow ? r - ctx.lineWidth / 2 : r;
  for (const [x, y] of places) {
    ctx.moveTo(x + inner, y);
    ctx.arc(x, y, inner, 0, Math.PI * 2);
  }
  if (hollow) {
    ctx.fillStyle = paint["--card"];
    ctx.fill();
    ctx.stroke();
  } else ctx.fill();
  if (!signs || status === HOLLOW) return;
  ctx.strokeStyle = ctx.fillStyle = faint ? colour : paint["--card"];
  ctx.lineWidth = r * (faint ? 0.14 : 0.19);
  ctx.lineCap = ctx.lineJoin = "round";
  ctx.beginPath();
  for (const [x, y] of places) SIGNS[status](ctx, x, y, r);
  ctx.stroke();
  if (status === "InProgress") ctx.fill();
  [ctx.lineCap, ctx.lineJoin] = ["butt", "miter"];
}

/** A bar of the statuses inside something, in the order of the scale. */
function drawShare(ctx, statuses, x, y, width, height) {
  const total = [...statuses.values()].reduce((sum, each) => sum + each, 0);
  let left = x;
  for (const status of Object.keys(words.statuses)) {
    const part = ((statuses.get(status) ?? 0) / total) * width;
    if (!part) continue;
    ctx.fillStyle = paint[status];
    ctx.fillRect(left, y, Math.max(1, part - 1), height);
    left += part;
  }
}
