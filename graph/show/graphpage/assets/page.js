// What the reader does, and what changes then.

const narrow = matchMedia("(max-width: 60rem)");

/** Show what the reader has asked for. */
function refresh() {
  if (movingNow) stopMoving();
  byId("ignored").textContent = "";
  compose();
  stage();
  showControls();
  showList();
  showTable();
  tellMoving();
  tellShown();
}

/** Something has been asked for: show it, keep the address in step, and stay where the reader is looking. */
function changed({ to = null, whole = false } = {}) {
  refresh();
  showPanel();
  writeAddress();
  if (whole) showWhole();
  else if (to !== null) bring(to);
}

/** Choose a node: the address keeps it, so that the page can be sent on, and after a `step` Back goes back. */
function choose(number, { toRead = false, step = true } = {}) {
  state.chosen = number;
  unfoldTo(number);
  if (state.folded.has(number)) state.folded.delete(number);
  afterChoice(step);
  if (toRead) panel.focus();
  else if (narrow.matches) panel.scrollIntoView({ block: "nearest" });
}

function afterChoice(step) {
  refresh();
  showPanel();
  markChosen(state.chosen);
  writeAddress(step);
  if (state.chosen !== null) bring(state.chosen);
}

/** Back to nothing chosen, in the list. */
function leave() {
  [state.chosen, state.alone] = [null, null];
  afterChoice(true);
  (listed.length ? list : field).focus({ preventScroll: true });
}

/** Take away whatever keeps something out of sight; what is chosen stays chosen. */
function showEverything() {
  clearFilters();
  state.alone = null;
  fitting = new Set();
  changed();
}

async function search(query) {
  state.query = query.slice(0, 200);
  await fitQuery();
  changed({ whole: state.mode === "free" });
  if (state.mode === "flow") viewport.scrollTo({ top: 0, left: 0, behavior: "instant" });
  announce(byId("nothing").textContent || byId("shown").textContent);
}

/** Find what the words that are searched for fit. */
async function fitQuery() {
  const { whole, found } = state.query ? await fit(state.query) : { whole: true, found: new Set() };
  [fitsWhole, fitting] = [whole, found];
}

/** Look at it the other way; what is chosen stays in sight. */
function look(mode) {
  putBack();
  zooms[state.mode] = whereabouts();
  state.mode = mode;
  refresh();
  if (zooms[mode]) goTo(zooms[mode]);
  else beginHere();
  if (state.chosen !== null) bring(state.chosen);
  writeAddress();
}

/** Show the view that an address asks for; say what of it means nothing here, and let the address say the rest. */
async function restore(fragment) {
  putBack();
  const { asked, ignored } = read(fragment);
  Object.assign(state, asked);
  await fitQuery();
  if (state.chosen !== null && !fragment.includes("=")) unfoldTo(state.chosen);
  refresh();
  showPanel();
  markChosen(state.chosen);
  beginHere();
  const where = placeIn(fragment);
  if (where) goTo(where);
  else if (state.chosen !== null) bring(state.chosen);
  byId("ignored").textContent = ignored.length ? `This link asks for what is not on this page, which was left out: ${ignored.join(", ")}.` : "";
  if (ignored.length) writeAddress();
}

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || state.chosen === null || !event.target.closest?.("#list, #panel, #viewport")) return;
  event.preventDefault();
  leave();
});
for (const radio of document.querySelectorAll("[name=look]")) radio.addEventListener("change", () => look(radio.value));
byId("clear").addEventListener("click", () => {
  showEverything();
  byId("state").focus(); // the button is gone
});
byId("smaller").addEventListener("click", () => zoom(scale / 1.25));
byId("larger").addEventListener("click", () => zoom(scale * 1.25));
byId("whole").addEventListener("click", showWhole);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);

workspace.hidden = false;
if (narrow.matches) byId("filters").closest("details").open = false;
mix();
await restore(byId(decoded(location.hash.slice(1))) ? "" : location.hash.slice(1));
new ResizeObserver(measure).observe(viewport);
if (state.chosen !== null || location.hash.includes("=")) workspace.scrollIntoView({ behavior: "instant" });
document.documentElement.dataset.ready = "true";
