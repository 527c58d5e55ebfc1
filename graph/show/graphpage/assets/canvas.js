// The graph: vis-network draws it on a canvas as large as the window on it, and that window scrolls like any page.

const WIDTH = 860;
const still = matchMedia("(prefers-reduced-motion: reduce)");
let [seen, lit, scale, world] = [new Set(), null, 1, { middles: new Map(), height: 0 }];
let hidden = new Set();
const sight = { top: 0, bottom: 0 }; // how much of the world's height is in the window

/** A node as vis-network wants it. */
function visNode(node) {
  const renderer = ({ ctx, x, y, state: { hover } }) => ({
    drawNode: () => drawCard(ctx, node, x, y, hover),
    nodeDimensions: { width: node.width, height: node.height },
  });
  const cut = node.label.endsWith("…") || node.note.endsWith("…");
  return { id: node.id, x: node.x, y: node.y, fixed: true, shape: "custom", ctxRenderer: renderer, title: cut ? verbatim(node.text, "div") : undefined };
}

mix();
const lines = data.edges.filter((edge) => edge.relation !== "theme");
const visNodes = new vis.DataSet(data.nodes.map(visNode));
const viewport = byId("viewport");
const graph = new vis.Network(byId("canvas"), { nodes: visNodes, edges: [] }, JSON.parse(data.options));
// A custom shape tells its size when it is first drawn, and vis-network looks at it only later: say it at once, or
// a card can be hit in its middle alone, and goes when its middle leaves the window.
for (const { id, width, height } of data.nodes) {
  Object.assign(graph.body.nodes[id].shape, { customSizeWidth: width, customSizeHeight: height, refreshNeeded: true });
}
graph.on("beforeDrawing", (ctx) => {
  drawBands(ctx);
  drawLines(ctx);
});
graph.on("afterDrawing", drawHeads);
graph.on("hoverNode", () => viewport.classList.add("over"));
graph.on("blurNode", () => viewport.classList.remove("over"));
byId("canvas").querySelector(".vis-network").tabIndex = -1;

/** Show the wanted cards, close the gaps, and dim what is not `bright` (null: nothing is dimmed). */
function showGraph(visible, bright) {
  const before = world.middles;
  [seen, lit, world] = [visible, bright, settle(visible)];
  if (state.chosen && seen.has(state.chosen) && !aside(state.chosen)) {
    seen = new Set([...visible].filter((id) => !aside(id) || bright.has(id)));
    world = gather(world, state.chosen, bright);
  }
  const moved = data.nodes.filter(({ id }) => before.get(id) !== world.middles.get(id) || seen.has(id) === hidden.has(id));
  visNodes.update(moved.map(({ id, x, y }) => ({ id, x, y: world.middles.get(id) ?? y, hidden: !seen.has(id) })));
  hidden = new Set(data.nodes.flatMap(({ id }) => (seen.has(id) ? [] : [id])));
  measure();
  graph.redraw();
}

function recolour() {
  mix();
  graph.redraw();
}

/** Give the scrolling world its size and the canvas that of the window on it. */
function measure() {
  const [width, height] = [viewport.clientWidth, viewport.clientHeight];
  if (!width || !height) return;
  byId("world").style.width = `${Math.max(width, WIDTH * scale)}px`;
  byId("world").style.height = `${Math.max(height, world.height * scale)}px`;
  byId("canvas").style.width = `${width}px`;
  byId("canvas").style.height = `${height}px`;
  graph.setSize(`${width}px`, `${height}px`);
  follow();
}

function follow() {
  const [width, height] = [viewport.clientWidth, viewport.clientHeight];
  const margin = Math.max(0, (width - WIDTH * scale) / 2);
  sight.top = viewport.scrollTop / scale;
  sight.bottom = sight.top + height / scale;
  graph.moveTo({ scale, position: { x: (viewport.scrollLeft + width / 2 - margin) / scale, y: (sight.top + sight.bottom) / 2 } });
}

function zoom(to) {
  const middle = (viewport.scrollTop + viewport.clientHeight / 2) / scale;
  scale = Math.min(2, Math.max(0.3, to));
  measure();
  viewport.scrollTop = middle * scale - viewport.clientHeight / 2;
  follow();
}

/** Scroll the window until the card is in the middle of it, unless it is in sight already. */
function bring(id) {
  const node = nodes.get(id);
  const y = (world.middles.get(id) ?? node.y) * scale;
  const reachTop = viewport.scrollTop + (node.height / 2) * scale;
  const inSight = y > reachTop && y < viewport.scrollTop + viewport.clientHeight - (node.height / 2) * scale;
  const left = Math.max(0, (node.x + node.width / 2 + 14) * scale - viewport.clientWidth);
  viewport.scrollTo({
    top: inSight ? viewport.scrollTop : y - viewport.clientHeight / 2,
    left: Math.min(left, (node.x - node.width / 2 - 14) * scale),
    behavior: still.matches ? "instant" : "smooth",
  });
}
