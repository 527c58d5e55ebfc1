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

/** A name under its mark, over it, or beside it. */
function besideMark(number, width, height, rooms) {
  const r = radiusOf(number) + 3;
  const places = [[0, r + height / 2], [0, -r - height / 2], [r + width / 2, 0], [-r - width / 2, 0]];
  const boxes = places.map(([dx, dy]) => boxRound(X[number] + dx, Y[number] + dy, width, height)).filter((box) => rooms.clear(box));
  return boxes.find((box) => rooms.offDiscs(box)) ?? boxes[0];
}

/** A theme's name over its disc, under it, beside it or at a corner; none where it would lie on another disc or leave the world. */
function besideDisc(ground, width, height, rooms, gap) {
  const r = groundRadius(ground) + gap;
  const [across, up, corner] = [r + width / 2, r + height / 2, r * 0.7];
  const corners = [[1, -1], [-1, -1], [1, 1], [-1, 1]].map(([dx, dy]) => [dx * (corner + width / 2), dy * (corner + height / 2)]);
  const places = [[0, -up], [0, up], [across, 0], [-across, 0], ...corners];
  return places.map(([x, y]) => boxRound(ground.x + x, ground.y + y, width, height)).find((box) => rooms.clear(box) && rooms.offDiscs(box) && inWorld(box));
}

function inWorld(box) {
  const { left, top, width, height } = scene.bounds;
  return box[0] >= left && box[1] >= top && box[2] <= left + width && box[3] <= top + height;
}
