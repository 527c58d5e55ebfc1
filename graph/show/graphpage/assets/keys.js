// The graph by keyboard and pointer: arrow keys go from node to node, a mouse may drag, a finger scrolls.

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** An open theme is a heading, or the ground under its marks: one goes past it. */
const isHeading = (number) => nodes[number].group === "Theme" && !scene.inside.has(number);

/** The node in that direction: what is joined to this one counts as half as far. */
function towards(number, [dx, dy]) {
  const joined = new Set(neighbours(number).map((each) => scene.found.get(each)));
  let [best, nearest] = [null, Infinity];
  for (const other of scene.order) {
    const [x, y] = [X[other] - X[number], Y[other] - Y[number]];
    const [ahead, beside] = [x * dx + y * dy, Math.abs(x * dy) + Math.abs(y * dx)];
    if (other === number || isHeading(other) || ahead <= 4 || beside > ahead * (joined.has(other) ? 20 : 2)) continue;
    const far = (ahead + 2 * beside) * (joined.has(other) ? 0.5 : 1);
    if (far < nearest) [best, nearest] = [other, far];
  }
  return best;
}

/** The node nearest to the middle of the window. */
function middlemost() {
  const { left, right, top, bottom } = sightOf();
  const far = (number) => Math.hypot(X[number] - (left + right) / 2, Y[number] - (top + bottom) / 2);
  return scene.order.reduce((best, number) => (best === null || far(number) < far(best) ? number : best), null);
}

viewport.addEventListener("keydown", (event) => {
  const at = scene.found?.get(state.chosen) ?? null;
  const to = event.key === "Enter" && at === null ? middlemost() : event.key in ARROWS && at !== null && !event.ctrlKey ? towards(at, ARROWS[event.key]) : null;
  if (event.key === "+" || event.key === "-") zoom(scale * (event.key === "+" ? 1.25 : 0.8));
  else if (event.key === "Enter" && at !== null) panel.focus();
  else if (to !== null) {
    choose(to, { step: false });
    tellChosen(to);
  }
  else return;
  event.preventDefault();
});

/** What a point of the window is on: a node, or in the free layout the ground of a theme. */
function under(point) {
  const { x, y } = graph.DOMtoCanvas(point);
  const hit = scene.order.findLast((number) => overlap(boxOf(number), [x, y, x, y]) && !(state.mode === "free" && nodes[number].group === "Theme"));
  if (hit !== undefined) return hit;
  if (state.mode !== "free" || moving()) return null;
  return scene.grounds.find((ground) => Math.hypot(x - ground.x, y - ground.y) < ground.radius + 30)?.theme ?? null;
}

/** A folded theme or programme opens as it is chosen; the triangle of an open theme closes it. */
graph.on("click", ({ pointer }) => {
  if (dragged) return;
  const number = under(pointer.DOM);
  if (number === null) return;
  const { x } = graph.DOMtoCanvas(pointer.DOM);
  const onSwitch = state.mode === "flow" && nodes[number].group === "Theme" && x < X[number] - nodes[number].width / 2 + 30;
  if (onSwitch) {
    toggleFold(number);
    changed();
  } else choose(number);
});

function hovered(number) {
  if (number === hover) return;
  hover = number;
  viewport.classList.toggle("over", number !== null);
  viewport.title = number === null ? "" : clip(nodes[number].text, 300);
  graph.redraw();
}

let [grip, dragged] = [null, false];
viewport.addEventListener("pointerdown", (event) => {
  dragged = false;
  if (event.pointerType === "mouse" && event.button === 0 && event.target.tagName === "CANVAS") grip = { x: event.clientX + viewport.scrollLeft, y: event.clientY + viewport.scrollTop };
});
viewport.addEventListener("pointerleave", () => hovered(null));
viewport.addEventListener("pointermove", (event) => {
  const box = byId("canvas").getBoundingClientRect();
  if (!grip && event.pointerType === "mouse") hovered(under({ x: event.clientX - box.left, y: event.clientY - box.top }));
});
addEventListener("pointermove", (event) => {
  if (!grip) return;
  const [left, top] = [grip.x - event.clientX, grip.y - event.clientY];
  dragged ||= Math.hypot(left - viewport.scrollLeft, top - viewport.scrollTop) > 4;
  if (dragged) viewport.scrollTo({ left, top, behavior: "instant" });
});
addEventListener("pointerup", () => (grip = null));
viewport.addEventListener("scroll", follow);
viewport.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const box = viewport.getBoundingClientRect();
  zoom(scale * Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
}, { passive: false });
