// "Let it move": vis-network's own physics, on what is in the picture and only while the reader wants it.

const mover = byId("move");
let movingNow = false;
let moved = false; // whether marks stand elsewhere than where they were put beforehand

const PHYSICS = {
  enabled: true,
  solver: "forceAtlas2Based",
  forceAtlas2Based: { gravitationalConstant: -60, centralGravity: 0.004, springLength: 60, springConstant: 0.06, avoidOverlap: 0.2 },
  stabilization: { enabled: false },
  minVelocity: 0.6,
};

/** Whether the discs have dissolved: the marks move, or have moved. */
function moving() {
  return state.mode === "free" && moved;
}

function startMoving() {
  [movingNow, moved] = [true, true];
  visEdges.add(scene.lines.map(({ from, to }, number) => ({ id: number, from, to, hidden: true, smooth: false })));
  visNodes.update(scene.order.map((number) => ({ id: number, fixed: false, physics: true })));
  graph.setOptions({ physics: PHYSICS });
  tellMoving();
}

/** Stop, and leave everything where it is. */
function stopMoving() {
  if (!movingNow) return;
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
  for (const number of scene.order) if (graph.body.nodes[number]) put(number, graph.body.nodes[number].x, graph.body.nodes[number].y);
}

/** The world grows and shrinks with what moves in it; what is in the middle of the window stays there. */
function settleWorld() {
  const { x, y } = whereabouts();
  scene.bounds = boundsOf(scene.order);
  goTo({ scale, x, y });
}

function tellMoving() {
  mover.setAttribute("aria-pressed", String(movingNow));
  mover.textContent = movingNow ? "Stop moving" : "Let it move";
  mover.hidden = state.mode !== "free";
  byId("back").hidden = !moved || movingNow || state.mode !== "free";
}

let frames = 0;
graph.on("beforeDrawing", () => {
  if (!movingNow) return;
  takePlaces();
  frames += 1;
  if (frames % 30 === 0) requestAnimationFrame(settleWorld);
});
graph.on("stabilized", stopMoving);
mover.addEventListener("click", () => (movingNow ? stopMoving() : startMoving()));
byId("back").addEventListener("click", () => {
  putBack();
  refresh();
  showWhole();
});
