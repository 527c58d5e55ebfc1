// The page: what is asked stands in the address behind the hash mark, so that a link, or the way back, restores it.

const byId = (id) => document.getElementById(id);
const [form, field, kinds, statuses, told] = ["search", "q", "kind", "status", "found"].map(byId);
const results = new Results(byId("results"), byId("more"));
const suggestions = new Suggestions(field, byId("suggestions"), ask);
let latest = 0; // counts the questions, so that a slow answer does not replace a newer one

/** What the address asks for: `#q=…&kind=…&status=…`, or `?q=…` as a form sends it; null where it asks for nothing. */
function asks() {
  const [hash, query] = [location.hash.slice(1), location.search.slice(1)].map((text) => new URLSearchParams(text));
  const given = hash.has("q") ? hash : query;
  return given.has("q") ? { q: given.get("q"), kind: given.get("kind") ?? "", status: given.get("status") ?? "" } : null;
}

/** Put what the form says into the address, and answer it. */
function ask() {
  const set = [["q", field.value.trim()], ["kind", kinds.value], ["status", statuses.value]];
  const hash = `#${new URLSearchParams(set.filter(([name, value]) => name === "q" || value))}`;
  if (location.hash === hash) answer();
  else location.hash = hash; // which answers
}

async function answer() {
  const wanted = asks();
  const number = (latest += 1);
  if (!wanted) return;
  if (document.activeElement !== field || field.value.trim() !== wanted.q) field.value = wanted.q;
  suggestions.close();
  if (!wordsOf(wanted.q).length) return show([], wanted.q ? "Type a word to look for." : "");
  try {
    await prepared((share) => { if (number === latest) told.textContent = `Getting the search ready: ${Math.floor(share * 10) * 10}%.`; });
  } catch {
    told.textContent = "The search has no index: the file search-index.js is missing or damaged. The lists below hold everything.";
    return;
  }
  if (number !== latest) return;
  const { whole, results: all } = found(wanted.q);
  choices(kinds, "Everything", head.kinds.map((kind, at) => [kind.one, kind.many, (one) => one.kind === at]), wanted.kind, all);
  choices(statuses, "Any status", head.statuses.map((status, at) => [status.value, status.word, (one) => one.status === at + 1]), wanted.status, ofKind(all));
  const left = ofStatus(ofKind(all));
  show(left, sentence(left.length, all.length, whole, wanted.q));
}

const ofKind = (all) => all.filter(({ entry }) => !kinds.value || head.kinds[entry.kind].one === kinds.value);
const ofStatus = (all) => all.filter(({ entry }) => !statuses.value || head.statuses[entry.status - 1]?.value === statuses.value);

function show(some, said) {
  told.textContent = said;
  results.show(some);
}

function sentence(shown, all, whole, question) {
  if (!all) return `Nothing is found for “${question}”. Try other words, or fewer.`;
  if (!shown) return `None of the ${counted(all)} results for “${question}” is of this kind and status.`;
  const some = shown < all ? `${counted(shown)} of ${counted(all)}` : counted(all);
  return `${some} ${all === 1 ? "result" : "results"} for “${question}”${whole ? "" : ": nothing has all of these words, these have some"}.`;
}

/** The choices of a filter, each with how many results it leaves. */
function choices(select, none, offered, chosen, all) {
  const option = (value, text) => Object.assign(el("option", { value }), { textContent: text });
  const counts = offered.map(([, , fits]) => all.filter(({ entry }) => fits(entry)).length);
  select.replaceChildren(option("", `${none} (${counted(all.length)})`), ...offered.map(([value, text], at) => option(value, `${text} (${counted(counts[at])})`)));
  select.value = offered.some(([value]) => value === chosen) ? chosen : "";
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
for (const select of [kinds, statuses]) select.addEventListener("change", ask);
field.addEventListener("focus", () => prepared(() => {}).catch(() => {}), { once: true }); // by the first key it may be there
globalThis.addEventListener("hashchange", answer);
byId("needs-script").remove();
form.hidden = false;
answer();
document.documentElement.dataset.ready = "true";
