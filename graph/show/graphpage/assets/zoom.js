// How near the graph is looked at, and which part of it is in the window.

const WHOLE = { flow: 0.1, free: 0.02 };
const NEAREST = { flow: 2, free: 4 };

/** The zoom at which all of it is in the window; in the flow, its whole width. */
function wholeScale() {
  const { width, height } = scene.bounds;
  const across = viewport.clientWidth / width;
  return state.mode === "flow" ? across : Math.min(across, viewport.clientHeight / height);
}

const zoomFor = (to) => Math.min(NEAREST[state.mode], Math.max(Math.min(WHOLE[state.mode], wholeScale()), to));

/** Zoom about a point of the window, its middle where none is given. */
function zoom(to, x = viewport.clientWidth / 2, y = viewport.clientHeight / 2) {
  const sight = sightOf();
  const [worldX, worldY] = [sight.left + x / scale, sight.top + y / scale];
  scale = zoomFor(to);
  measure();
  viewport.scrollLeft = (worldX - scene.bounds.left) * scale + margin() - x;
  viewport.scrollTop = (worldY - scene.bounds.top) * scale + rise() - y;
  follow();
}

/** As it is first seen: the flow so that it can be read, the free layout so that all of it is there. */
function beginHere() {
  scale = state.mode === "flow" ? Math.min(1.15, Math.max(0.85, viewport.clientWidth / FLOW.width)) : Math.min(1.2, zoomFor(wholeScale()));
  measure();
  if (state.mode === "free") viewport.scrollTo({ left: 0, top: 0, behavior: "instant" });
}

function showWhole() {
  scale = zoomFor(Math.min(1.5, wholeScale()));
  measure();
  viewport.scrollTo({ left: 0, top: 0, behavior: "instant" });
  follow();
}

/** Where the window is, in the world's own measure, and back: so that a link opens at the same place. */
function whereabouts() {
  const sight = sightOf();
  const middle = Math.round((sight.left + sight.right) / 2);
  const [x, y] = state.mode === "flow" ? [middle, Math.round(sight.top)] : turned([middle, Math.round((sight.top + sight.bottom) / 2)]);
  return { scale: Number(scale.toPrecision(6)), x, y };
}

function goTo({ scale: to, x: across, y: down }) {
  const [x, y] = state.mode === "flow" ? [across, down] : turned([across, down]);
  scale = zoomFor(to);
  measure();
  viewport.scrollLeft = (x - scene.bounds.left) * scale + margin() - viewport.clientWidth / 2;
  viewport.scrollTop = (y - scene.bounds.top) * scale + rise() - (state.mode === "flow" ? 0 : viewport.clientHeight / 2);
  follow();
}

/** Scroll the window until a node is in the middle of it, unless it is in sight already. */
function bring(number) {
  const shownAs = scene.found.get(number) ?? number;
  if (!scene.shown.has(shownAs)) return;
  const { width, height } = dimensions(shownAs);
  const [x, y] = [(X[shownAs] - scene.bounds.left) * scale + margin(), (Y[shownAs] - scene.bounds.top) * scale + rise()];
  const inSight = y > viewport.scrollTop + (height / 2) * scale + 26 && y < viewport.scrollTop + viewport.clientHeight - (height / 2) * scale;
  const across = x > viewport.scrollLeft + 20 && x < viewport.scrollLeft + viewport.clientWidth - 20;
  const left = Math.max(0, x + (width / 2 + 14) * scale - viewport.clientWidth);
  const inFlow = Math.min(left, x - (width / 2 + 14) * scale);
  viewport.scrollTo({
    top: inSight ? viewport.scrollTop : y - viewport.clientHeight / 2,
    left: state.mode === "flow" ? inFlow : across ? viewport.scrollLeft : x - viewport.clientWidth / 2,
    behavior: still.matches ? "instant" : "smooth",
  });
}
