// "Let it move": vis-network's own physics, on what is in the picture and only while the reader wants it. The middles of
// the themes and what several of them share stay where they are; the marks of a theme find their places on its ground.

const mover = byId("move");
let movingNow = false;
let moved = false; // whether marks stand elsewhere than where they were put beforehand

const PHYSICS = {
  enabled: true,
  solver: "forceAtlas2Based",
  forceAtlas2Based: { gravitationalConstant: -2, centralGravity: 0, springLength: 26, springConstant: 0.08, damping: 0.8, avoidOverlap: 0.5 },
  maxVelocity: 8,
  minVelocity: 0.5,
  stabilization: { enabled: false },
};
const MOVES_FOR = 6000; // milliseconds, after which it stops by itself
const UNSEEN_STEPS = 200; // of who wants no motion: the marks are moved at once
let ending = null;

/** Whether marks move, or have moved. */
function moving() {
  return state.mode === "free" && moved;
}

/** A spring from each mark to the middle of its theme, as long as it was far from there beforehand; and one for each line. */
function springs() {
  const length = (number, theme) => Math.hypot(nodes[number].free[0] - nodes[theme].free[0], nodes[number].free[1] - nodes[theme].free[1]);
  const home = scene.order.filter((number) => moves(number) && scene.shown.has(homeOf(number))).map((number) => ({ from: number, to: homeOf(number), length: length(number, homeOf(number)) }));
  const inner = scene.lines.filter(({ from, to }) => homeOf(from) !== undefined && homeOf(from) === homeOf(to)).map(({ from, to }) => ({ from, to }));
  return [...home, ...inner].map((spring, number) => ({ ...spring, id: number, hidden: true, smooth: false }));
}
const moves = (number) => nodes[number].group !== "Theme" && homeOf(number) !== undefined;

function startMoving() {
  [movingNow, moved] = [true, true];
  visEdges.add(springs());
  visNodes.update(scene.order.map((number) => ({ id: number, fixed: !moves(number), physics: true })));
  graph.setOptions({ physics: PHYSICS });
  if (still.matches) graph.stabilize(UNSEEN_STEPS);
  ending = setTimeout(stopMoving, MOVES_FOR);
  tellMoving();
}

/** Stop, and leave everything where it is. */
function stopMoving() {
  if (!movingNow) return;
  clearTimeout(ending);
  movingNow = false;
  graph.setOptions({ physics: { enabled: false } });
  graph.stopSimulation();
  takePlaces();
  visNodes.update(scene.order.map((number) => ({ id: number, x: X[number], y: Y[number], fixed: true, physics: false })));
  visEdges.clear();
  tellMoving();
  settleWorld();
}

/** Stop, and put everything back where it was put beforehand. */
function putBack() {
  stopMoving();
  moved = false;
  tellMoving();
}

function takePlaces() {
  for (const number of scene.order) {
    const body = graph.body.nodes[number];
    if (!body) continue;
    if (moves(number)) keepOnGround(body, homeOf(number));
    put(number, body.x, body.y);
  }
}

/** No mark leaves the ground of its theme. */
function keepOnGround(body, theme) {
  const [x, y] = spot(theme);
  const far = Math.hypot(body.x - x, body.y - y) / Math.max(1, nodes[theme].radius - 16);
  if (far > 1) [body.x, body.y] = [x + (body.x - x) / far, y + (body.y - y) / far];
}

/** The world grows and shrinks with what moves in it; what is in the middle of the window stays there. */
function settleWorld() {
  const { x, y } = whereabouts();
  [scene.bounds, scene.names, kept] = [boundsOf(scene.order), null, null];
  goTo({ scale, x, y });
}

function tellMoving() {
  mover.textContent = movingNow ? "Stop moving" : "Let it move";
  mover.hidden = state.mode !== "free";
  byId("back").hidden = !moved || movingNow || state.mode !== "free";
}

graph.on("beforeDrawing", () => {
  if (movingNow) takePlaces();
});
graph.on("stabilized", stopMoving);
mover.addEventListener("click", () => (movingNow ? stopMoving() : startMoving()));
byId("back").addEventListener("click", () => {
  putBack();
  refresh();
  showWhole();
});
