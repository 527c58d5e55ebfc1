// What the reader does, and what changes then.

const workspace = document.querySelector(".workspace");
const narrow = matchMedia("(max-width: 60rem)");

/** Show what the reader has asked for. */
function refresh() {
  if (movingNow) stopMoving();
  compose();
  stage();
  showControls();
  showList();
  showTable();
  tellMoving();
  byId("shown").textContent = told();
}

/** Something has been asked for: show it, keep the address in step, and stay where the reader is looking. */
function changed({ to = null, whole = false } = {}) {
  refresh();
  writeAddress();
  if (whole) showWhole();
  else if (to !== null) bring(to);
}

/** How much of everything is shown, for the eye and for a screen reader. */
function told() {
  const drawn = pledgesDrawn();
  const passed = tabled.length;
  const here = `Shown: ${passed.toLocaleString("en-GB")} of ${count(pledges.length, "pledge", "pledges")}`;
  const rest = drawn < passed && state.classes.has("Commitment") && !state.alone ? `; the graph has room for the first ${drawn.toLocaleString("en-GB")} of them: narrow it by theme, owner or search.` : ".";
  const closed = [...scene.inside.keys()].filter((number) => nodes[number].group === "Theme").length;
  return here + rest + (closed ? ` ${count(closed, "theme is", "themes are")} closed.` : "");
}

/** Choose a node: the address keeps it, so that the page can be sent on, and Back goes back. */
function choose(number, toRead = false) {
  state.chosen = number;
  unfoldTo(number);
  if (state.folded.has(number)) state.folded.delete(number);
  afterChoice(true);
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
  list.focus({ preventScroll: true });
}

async function search(query) {
  state.query = query.slice(0, 200);
  fitting = query ? await fit(state.query) : new Set();
  changed({ whole: state.mode === "free" });
  if (state.mode === "flow") viewport.scrollTo({ top: 0, left: 0, behavior: "instant" });
  announce(byId("shown").textContent);
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

/** Show the view that an address asks for. */
async function restore(fragment) {
  putBack();
  Object.assign(state, read(fragment));
  fitting = state.query ? await fit(state.query) : new Set();
  if (state.chosen !== null && !fragment.includes("=")) unfoldTo(state.chosen);
  refresh();
  showPanel();
  markChosen(state.chosen);
  beginHere();
  const where = placeIn(fragment);
  if (where) goTo(where);
  else if (state.chosen !== null) bring(state.chosen);
}

/** A link to one thing chooses it and leaves the rest of the view; any other address is a whole view. */
function onAddress() {
  const fragment = location.hash.slice(1);
  const number = fragment.includes("=") ? null : numberOf(decoded(fragment));
  if (number !== null) {
    state.chosen = number;
    unfoldTo(number);
    afterChoice(false);
  } else if (!fragment || !byId(decoded(fragment))) restore(fragment);
}

addEventListener("hashchange", onAddress);
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || state.chosen === null) return;
  event.preventDefault();
  leave();
});
document.addEventListener("click", (event) => {
  const to = event.target.closest("header a[href^='#'], table a[href^='#']");
  if (to) workspace.scrollIntoView({ behavior: still.matches ? "instant" : "smooth" });
});
for (const radio of document.querySelectorAll("[name=look]")) radio.addEventListener("change", () => look(radio.value));
byId("smaller").addEventListener("click", () => zoom(scale / 1.25));
byId("larger").addEventListener("click", () => zoom(scale * 1.25));
byId("whole").addEventListener("click", showWhole);
byId("copy").addEventListener("click", async () => {
  const address = linkToView();
  byId("address").hidden = false;
  byId("address").value = address;
  byId("address").select();
  const copied = await navigator.clipboard?.writeText(address).then(() => true, () => false);
  announce(`${copied ? words.page.copied : words.page.copyIt}${moved ? ` ${words.page.unmoved}` : ""}`);
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);

workspace.hidden = false;
if (narrow.matches) byId("filters").closest("details").open = false;
mix();
await restore(location.hash.slice(1));
new ResizeObserver(measure).observe(viewport);
if (state.chosen !== null || location.hash.includes("=")) workspace.scrollIntoView({ behavior: "instant" });
document.documentElement.dataset.ready = "true";
