// What the reader does, and what changes then.

const narrow = matchMedia("(max-width: 60rem)");
const rows = [...document.querySelectorAll("[data-row]")];

function refresh() {
  const visible = wanted();
  const found = state.query.trim() ? new Set([...visible].filter(matches)) : visible;
  const bright = state.chosen ? touched(state.chosen) : found === visible ? null : found;
  showGraph(visible, bright);
  showList(found);
  for (const row of rows) row.hidden = !(state.statuses.has(nodes.get(row.dataset.row).status) && (found === visible || matches(row.dataset.row)));
  const count = rows.filter((row) => !row.hidden).length;
  byId("rows").textContent = count === rows.length ? `All ${rows.length} pledges.` : `${count} of ${rows.length} pledges, by the search and the statuses above.`;
  byId("shown").textContent = found.size === nodes.size ? `${nodes.size} to choose from` : `${found.size} of ${nodes.size} shown`;
  return found;
}

/** Choose a node: the address keeps it, so that the page can be sent on, and Back goes back. */
function choose(id, read = false) {
  if (location.hash === link(id)) show(id);
  else location.hash = link(id);
  if (read) panel.focus();
  else if (narrow.matches) panel.scrollIntoView({ block: "nearest" });
}

function show(id) {
  state.chosen = id;
  if (!id) state.alone = false;
  showPanel(id);
  refresh();
  markChosen(id);
  if (id) bring(id);
}

/** Back to nothing chosen, in the list. */
function leave() {
  history.pushState(null, "", location.href.split("#")[0]);
  show(null);
  viewport.scrollTo({ left: 0, behavior: "instant" });
  list.focus({ preventScroll: true });
}

/** The node that the address names, if there is one. */
function named() {
  try {
    const id = decodeURIComponent(location.hash.slice(1));
    return nodes.has(id) ? id : null;
  } catch {
    return null;
  }
}

function onAddress() {
  const id = named();
  if (id || !byId(location.hash.slice(1))) show(id);
}

document.querySelector(".workspace").hidden = false;
makeList();
addEventListener("hashchange", onAddress);
addEventListener("popstate", onAddress);
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !state.chosen) return;
  event.preventDefault();
  leave();
});
byId("tools").addEventListener("submit", (event) => event.preventDefault());
byId("search").addEventListener("input", (event) => {
  state.query = event.target.value;
  const first = refresh().values().next().value;
  if (state.query.trim() && first) bring(first);
});
byId("tools").addEventListener("change", (event) => {
  const set = { class: state.classes, status: state.statuses }[event.target.name];
  if (!set) return;
  set[event.target.checked ? "add" : "delete"](event.target.value);
  refresh();
});
document.addEventListener("click", (event) => {
  const to = event.target.closest("header a[href^='#'], table a[href^='#']");
  if (to) document.querySelector(".workspace").scrollIntoView({ behavior: still.matches ? "instant" : "smooth" });
});
graph.on("click", ({ pointer }) => {
  const id = graph.getNodeAt(pointer.DOM);
  if (id && !dragged) choose(id);
});

// A mouse may also drag the graph; a finger scrolls it as it scrolls any page.
let [grip, dragged] = [null, false];
viewport.addEventListener("pointerdown", (event) => {
  dragged = false;
  if (event.pointerType === "mouse" && event.button === 0 && event.target.tagName === "CANVAS") grip = { x: event.clientX + viewport.scrollLeft, y: event.clientY + viewport.scrollTop };
});
addEventListener("pointermove", (event) => {
  if (!grip) return;
  const [left, top] = [grip.x - event.clientX, grip.y - event.clientY];
  dragged ||= Math.hypot(left - viewport.scrollLeft, top - viewport.scrollTop) > 4;
  if (dragged) viewport.scrollTo({ left, top, behavior: "instant" });
});
addEventListener("pointerup", () => (grip = null));
viewport.addEventListener("scroll", follow);
byId("smaller").addEventListener("click", () => zoom(scale / 1.2));
byId("larger").addEventListener("click", () => zoom(scale * 1.2));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
new ResizeObserver(measure).observe(viewport);

scale = Math.min(1.15, Math.max(0.85, viewport.clientWidth / WIDTH));
show(named());
if (state.chosen) document.querySelector(".workspace").scrollIntoView({ behavior: "instant" });
