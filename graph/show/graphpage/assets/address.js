// The address says the view: what follows its # opens the same view in another window.

const STEPS = new Set(["1", "2", "path"]);

/** A short name for a node in an address: FNV-1a over its id, http://www.isthe.com/chongo/tech/comp/fnv/ */
function short(number) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(nodes[number].id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}

/** The view as the part of an address that follows the #; `where` adds zoom and place. */
function written(where = null) {
  const said = new URLSearchParams();
  const begin = BEGIN();
  if (state.mode !== begin.mode) said.set("look", state.mode);
  if (state.query) said.set("search", state.query);
  for (const kind of ["statuses", "classes"]) if (missing(kind).length) said.set(kind, [...presentOf(kind)].filter((value) => state[kind].has(value)).join(" ") || "none");
  if (state.theme !== null) said.set("theme", nodes[state.theme].id);
  if (state.owner !== null) said.set("owner", state.owner === "none" ? "none" : nodes[state.owner].id);
  if (state.scope) said.set("scope", state.scope);
  if (state.least) said.set("least", state.least);
  const folded = foldedAs();
  if (folded !== null) said.set("folded", folded);
  if (state.chosen !== null) said.set("chosen", nodes[state.chosen].id);
  if (state.chosen !== null && state.alone) said.set("alone", state.alone);
  if (where) said.set("at", `${where.scale} ${where.x} ${where.y}`);
  return said.toString();
}

/** What is folded: nothing where it is as at first, else "all", "none", or the short names of the fewer. */
function foldedAs() {
  const [all, begin] = [foldable(), new Set(foldedAtFirst())];
  if (all.every((number) => state.folded.has(number) === begin.has(number))) return null;
  const [closed, open] = [all.filter((number) => state.folded.has(number)), all.filter((number) => !state.folded.has(number))];
  if (!closed.length) return "none";
  if (!open.length) return "all";
  return closed.length <= open.length ? closed.map(short).join(" ") : `all ${open.map(short).join(" ")}`;
}

function foldedFrom(text) {
  const [first, ...rest] = text.split(" ");
  const meant = new Set(first === "all" ? rest : [first, ...rest]);
  if (first === "none") return new Set();
  return new Set(foldable().filter((number) => meant.has(short(number)) !== (first === "all")));
}

/** What an address asks for, checked piece by piece: what means nothing here is left as it is at first. */
function read(fragment) {
  const asked = BEGIN();
  if (!fragment.includes("=")) return { ...asked, chosen: numberOf(decoded(fragment)) };
  const said = new URLSearchParams(fragment);
  const one = (name, allowed, otherwise) => (allowed(said.get(name)) ? said.get(name) : otherwise);
  asked.mode = one("look", (value) => value === "free", "flow");
  asked.query = (said.get("search") ?? "").slice(0, 200).trim();
  for (const kind of ["statuses", "classes"]) {
    if (said.has(kind)) asked[kind] = new Set(said.get(kind).split(" ").filter((value) => Object.hasOwn(words[kind], value)));
  }
  asked.theme = numberOf(said.get("theme"), "Theme");
  asked.owner = said.get("owner") === "none" ? "none" : numberOf(said.get("owner"), "Programme", "Organisation");
  asked.scope = one("scope", (value) => Object.hasOwn(words.scopes, value ?? "") || value === "blanket", null);
  asked.least = words.confidence.map((step) => step.from).find((from) => String(from) === said.get("least")) ?? 0;
  if (said.has("folded")) asked.folded = foldedFrom(said.get("folded"));
  asked.chosen = numberOf(said.get("chosen"));
  asked.alone = asked.chosen === null ? null : one("alone", (value) => STEPS.has(value), null);
  return asked;
}

/** Zoom and place, where an address names them. */
function placeIn(fragment) {
  const [to, x, y] = (new URLSearchParams(fragment).get("at") ?? "").split(" ").map(Number);
  return [to, x, y].every(Number.isFinite) && to > 0 ? { scale: to, x, y } : null;
}

function numberOf(id, ...kinds) {
  const number = numbers.get(id) ?? null;
  return number !== null && kinds.length && !kinds.includes(nodes[number].group) ? null : number;
}

function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return "";
  }
}

/** Keep the address in step. What was chosen before can be gone back to; the rest replaces what stood there. */
function writeAddress(step = false) {
  const fragment = written();
  const to = location.href.split("#")[0] + (fragment ? `#${fragment}` : "");
  if (to !== location.href) history[step ? "pushState" : "replaceState"](null, "", to);
}

const linkToView = () => `${location.href.split("#")[0]}#${written(whereabouts())}`;
