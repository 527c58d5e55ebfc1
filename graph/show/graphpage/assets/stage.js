// The window on the graph: vis-network draws on a canvas as large as the window, and that window scrolls like any page.

const still = matchMedia("(prefers-reduced-motion: reduce)");
const viewport = byId("viewport");
const SMALL = 0.5; // below this zoom the words on a card are not legible, and are not drawn
const zooms = { flow: null, free: null };
let scale = 1;
let [staged, hover] = [new Set(), null];

const visNodes = new vis.DataSet([]);
const visEdges = new vis.DataSet([]);
const graph = new vis.Network(byId("canvas"), { nodes: visNodes, edges: visEdges }, { ...data.options, autoResize: false });

/** A node as vis-network wants it: it asks here to be drawn. */
function visNode(number) {
  const renderer = ({ ctx, x, y }) => ({ drawNode: () => drawCard(ctx, number, x, y, number === hover), nodeDimensions: dimensions(number) });
  return { id: number, x: X[number], y: Y[number], fixed: true, physics: false, shape: "custom", ctxRenderer: renderer };
}

function dimensions(number) {
  const [width, height] = state.mode === "flow" ? cardSize(number) : [2 * radiusOf(number) + 6, 2 * radiusOf(number) + 6];
  return { width, height };
}

/** The room that a node takes in the world: left, top, right, bottom. */
function boxOf(number) {
  const { width, height } = dimensions(number);
  return boxRound(X[number], Y[number], width, height);
}

/** Whether cards can be read: then vis-network draws them one by one, all else is drawn many at once. */
const legible = (at = scale) => state.mode === "flow" && at >= SMALL;

/** Bring the cards of the picture, and no others, into vis-network, and put them in their places. */
function stage() {
  const gone = [...staged].filter((number) => !scene.shown.has(number));
  const come = scene.order.filter((number) => !staged.has(number));
  if (gone.length) visNodes.remove(gone);
  if (come.length) visNodes.add(come.map(visNode));
  staged = new Set(scene.order);
  for (const number of scene.order) {
    const [left, top, right, bottom] = boxOf(number);
    const body = graph.body.nodes[number];
    [body.x, body.y] = [X[number], Y[number]];
    // vis-network learns how large a custom shape is only when it is first drawn: say it at once, or it draws too much or too little.
    Object.assign(body.shape, { customSizeWidth: right - left, customSizeHeight: bottom - top, refreshNeeded: true, boundingBox: { left, top, right, bottom } });
  }
  measure();
  graph.redraw();
}

/** How much of the world is in the window. */
function sightOf() {
  const [left, top] = [scene.bounds.left + viewport.scrollLeft / scale - margin() / scale, scene.bounds.top + viewport.scrollTop / scale - rise() / scale];
  return { left, top, right: left + viewport.clientWidth / scale, bottom: top + viewport.clientHeight / scale };
}
const margin = () => Math.max(0, (viewport.clientWidth - scene.bounds.width * scale) / 2);
const rise = () => (state.mode === "free" ? Math.max(0, (viewport.clientHeight - scene.bounds.height * scale) / 2) : 0);

const within = (sight) => scene.order.filter((number) => X[number] > sight.left - 300 && X[number] < sight.right + 300 && Y[number] > sight.top - 60 && Y[number] < sight.bottom + 60);

/** The flow, all but the cards that can be read: those are vis-network's to draw. */
function drawFlow(ctx, sight, at) {
  drawBands(ctx, sight);
  drawFlowLines(ctx, sight, at);
  if (!legible(at)) drawSmallCards(ctx, within(sight));
}

/** The free layout, in the order in which one thing lies over another. */
function drawFree(ctx, sight, at) {
  drawBundles(ctx, sight, at);
  drawGrounds(ctx, sight, at);
  drawTies(ctx, at);
  drawMarks(ctx, within(sight), at);
  if (scene.shown.has(state.chosen)) drawHalo(ctx, state.chosen, at, 3.5);
  drawNames(ctx, sight, at);
}

let all = []; // what vis-network goes through in every frame: while it draws, no more than it has to draw
graph.on("beforeDrawing", (ctx) => {
  all = graph.body.nodeIndices;
  graph.body.nodeIndices = legible() ? within(sightOf()).filter((number) => graph.body.nodes[number]) : [];
  const sight = sightOf();
  ctx.save();
  if (state.mode === "flow") drawFlow(ctx, sight, scale);
  else if (!drawKept(ctx, sight)) drawFree(ctx, sight, scale);
  if (state.mode === "free" && scene.shown.has(hover)) drawHalo(ctx, hover, scale, 2);
  ctx.restore();
});
graph.on("afterDrawing", (ctx) => {
  graph.body.nodeIndices = all;
  ctx.save();
  if (state.mode === "flow") drawHeads(ctx, sightOf().top);
  ctx.restore();
});
byId("canvas").querySelector(".vis-network").tabIndex = -1;

/** Give the scrolling world its size and the canvas that of the window on it. */
function measure() {
  const [width, height] = [viewport.clientWidth, viewport.clientHeight];
  if (!width || !height) return;
  byId("world").style.width = `${Math.max(width, scene.bounds.width * scale)}px`;
  byId("world").style.height = `${Math.max(height, scene.bounds.height * scale)}px`;
  if (byId("canvas").clientWidth !== width || byId("canvas").clientHeight !== height) {
    byId("canvas").style.width = `${width}px`;
    byId("canvas").style.height = `${height}px`;
    graph.setSize(`${width}px`, `${height}px`);
  }
  follow();
}

function follow() {
  const { left, top, right, bottom } = sightOf();
  graph.moveTo({ scale, position: { x: (left + right) / 2, y: (top + bottom) / 2 } });
}

function recolour() {
  mix();
  kept = null;
  graph.redraw();
}
