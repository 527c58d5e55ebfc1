// Room for names in the free layout: a box [left, top, right, bottom] where no other name and no disc is in the way.

const overlap = (box, other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
const boxRound = (x, y, width, height) => [x - width / 2, y - height / 2, x + width / 2, y + height / 2];

/** Boxes by the squares they lie on, so that only near ones are compared. */
class Rooms {
  constructor(square) {
    Object.assign(this, { square, taken: new Map(), discs: new Map() });
  }

  static squares(square, [left, top, right, bottom]) {
    const found = [];
    for (let column = Math.floor(left / square); column <= right / square; column++) {
      for (let row = Math.floor(top / square); row <= bottom / square; row++) found.push(column * 65536 + row);
    }
    return found;
  }

  static put(map, square, box, thing) {
    for (const key of Rooms.squares(square, box)) map.set(key, [...(map.get(key) ?? []), thing]);
  }

  take(box) { Rooms.put(this.taken, this.square, box, box); }
  disc(ground) {
    const disc = { x: ground.x, y: ground.y, radius: groundRadius(ground) };
    Rooms.put(this.discs, this.square, boxRound(disc.x, disc.y, 2 * disc.radius, 2 * disc.radius), disc);
  }
  near(map, box) { return Rooms.squares(this.square, box).flatMap((key) => map.get(key) ?? []); }
  clear(box) { return !this.near(this.taken, box).some((other) => overlap(box, other)); }
  offDiscs(box) { return !this.near(this.discs, box).some((disc) => onDisc(box, disc)); }
}

function onDisc([left, top, right, bottom], { x, y, radius }) {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) < radius;
}

function boxOfMark(number) {
  const r = radiusOf(number);
  return boxRound(X[number], Y[number], 2 * r, 2 * r);
}

/** A name under its mark, over it, or beside it, or outside the disc that the mark stands in; null where it would lie on anything. */
function besideMark(number, width, height, rooms) {
  const r = radiusOf(number) + 3;
  const places = [[0, r + height / 2], [0, -r - height / 2], [r + width / 2, 0], [-r - width / 2, 0]];
  const boxes = places.map(([dx, dy]) => boxRound(X[number] + dx, Y[number] + dy, width, height));
  const ground = scene.grounds.find(({ theme }) => theme === homeOf(number));
  const free = boxes.find((box) => rooms.clear(box) && inWorld(box) && (rooms.offDiscs(box) || (ground && inDisc(box, ground))));
  if (free || !ground || !aside(number)) return free ?? null;
  return besideDisc(ground, width, height, rooms, r, Math.atan2(Y[number] - ground.y, X[number] - ground.x), 3) ?? null;
}

/** Whether a box lies wholly on a ground: then it covers no edge of it, and no name of another. */
function inDisc([left, top, right, bottom], ground) {
  const r = groundRadius(ground) - 4;
  return [[left, top], [right, top], [left, bottom], [right, bottom]].every(([x, y]) => Math.hypot(x - ground.x, y - ground.y) < r);
}

const WAYS = 16; // directions in which a name may stand beside its disc

/** A name beside its disc, as near as can be to the way out; undefined where it would lie on a disc, a mark or a name, or leave the world. */
function besideDisc(ground, width, height, rooms, gap, way = outwards(ground), most = WAYS) {
  const r = groundRadius(ground) + gap;
  for (let turn = 0; turn < most; turn++) {
    const angle = way + (Math.ceil(turn / 2) * (turn % 2 ? 1 : -1) * 2 * Math.PI) / WAYS;
    const [across, down] = [Math.cos(angle), Math.sin(angle)];
    const box = boxRound(ground.x + across * (r + width / 2), ground.y + down * (r + height / 2), width, height);
    const touching = pushedOut(box, ground, r, across, down);
    if (rooms.clear(touching) && rooms.offDiscs(touching) && inWorld(touching)) return touching;
  }
  return undefined;
}

/** A box beside a disc, moved along its way until it only just does not lie on it. */
function pushedOut([left, top, right, bottom], { x, y }, r, across, down) {
  for (let step = 0; step < 12 && onDisc([left, top, right, bottom], { x, y, radius: r }); step++) {
    [left, right, top, bottom] = [left + across * r * 0.08, right + across * r * 0.08, top + down * r * 0.08, bottom + down * r * 0.08];
  }
  return [left, top, right, bottom];
}

/** The way on which a disc has the fewest neighbours: away from them, the near ones counting most. */
function outwards(ground) {
  let [across, down] = [0, -1e-9];
  for (const { x, y } of scene.grounds) {
    const apart = Math.hypot(ground.x - x, ground.y - y);
    if (!apart) continue;
    [across, down] = [across + (ground.x - x) / apart ** 2, down + (ground.y - y) / apart ** 2];
  }
  return Math.atan2(down, across);
}

function inWorld(box) {
  const { left, top, width, height } = scene.bounds;
  return box[0] >= left && box[1] >= top && box[2] <= left + width && box[3] <= top + height;
}
