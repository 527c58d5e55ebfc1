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
  if (state.finding) said.set("finding", state.finding);
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

/** What an address asks for, checked part by part: `{asked, ignored}`. What means nothing here stays as it is at first, and is named. */
function read(fragment) {
  const asked = BEGIN();
  if (!fragment.includes("=")) {
    asked.chosen = numberOf(decoded(fragment));
    return { asked, ignored: fragment && asked.chosen === null ? [`“${clip(decoded(fragment), 60)}”`] : [] };
  }
  const ignored = [];
  for (const [name, value] of new URLSearchParams(fragment)) {
    const meant = Object.hasOwn(PARTS, name) ? PARTS[name].read(value, asked) : null;
    if (meant === null && value) ignored.push(`${Object.hasOwn(PARTS, name) ? PARTS[name].called : name} “${clip(value, 60)}”`);
    else if (meant !== null) Object.assign(asked, meant);
  }
  if (asked.chosen === null) asked.alone = null;
  return { asked, ignored };
}

/** Those of the values that there are; none is a wish too, and nonsense alone is not. */
function several(kind, value) {
  const known = value.split(" ").filter((one) => Object.hasOwn(words[kind], one));
  return known.length || value === "none" ? { [kind]: new Set(known) } : null;
}

const wish = (name, value) => (value === null || value === undefined ? null : { [name]: value });

/** What each part of an address is called, and what it asks for; null where it means nothing here. */
const PARTS = {
  look: { called: "the look", read: (value) => (["flow", "free"].includes(value) ? { mode: value } : null) },
  search: { called: "the search", read: (value) => ({ query: value.slice(0, 200).trim() }) },
  statuses: { called: "the status", read: (value) => several("statuses", value) },
  classes: { called: "the shape", read: (value) => several("classes", value) },
  theme: { called: "the theme", read: (value) => wish("theme", numberOf(value, "Theme")) },
  owner: { called: "the owner", read: (value) => (value === "none" ? { owner: value } : wish("owner", numberOf(value, "Programme", "Organisation"))) },
  scope: { called: "the scope", read: (value) => (Object.hasOwn(words.scopes, value) || value === "blanket" ? { scope: value } : null) },
  least: { called: "the confidence", read: (value) => wish("least", words.confidence.map((step) => step.from).find((from) => String(from) === value)) },
  finding: { called: "the finding", read: (value) => (FINDINGS.has(value) ? { finding: value } : null) },
  folded: { called: "what is closed", read: (value) => ({ folded: foldedFrom(value) }) },
  chosen: { called: "the thing", read: (value) => wish("chosen", numberOf(value)) },
  alone: { called: "the neighbourhood", read: (value) => (STEPS.has(value) ? { alone: value } : null) },
  at: { called: "the place", read: (value) => (placeIn(`at=${value}`) ? {} : null) },
};

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
