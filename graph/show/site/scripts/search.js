// The page: what is asked stands in the address behind the hash mark, so that a link, or the way back, restores it.

const SUGGESTIONS = 6;

const [form, field, kinds, statuses, told] = ["search", "q", "kind", "status", "found"].map(byId);
const results = new Results(byId("results"), byId("more"));
let latest = 0; // counts the questions, so that a slow answer does not replace a newer one

/** Suggestions are things: who takes one goes to its page. Enter in the field itself asks what is typed. */
const suggestions = new Combobox(field, byId("suggestions"), {
  offer: suggested,
  option: ({ entry, terms }) => el("span", {}, el("bdi", {}, marked(entry.text, terms)), el("span", { class: "notes" }, parted([...whatOf(entry), el("bdi", {}, head.under[entry.under].split(" › ").at(-1))]))),
  take: ({ entry }) => location.assign(entry.address),
  status: byId("suggested"),
});

async function suggested(typed) {
  if (!wordsOf(typed).length) return [];
  await prepared(() => {}).catch(() => {});
  return found(typed).results.filter(({ entry }) => leadsHere(entry.address)).slice(0, SUGGESTIONS);
}

/** What the address asks for: `#q=…&kind=…&status=…`, or `?q=…` as a form sends it; nothing where neither has it. */
function asks() {
  const [hash, query] = [location.hash.slice(1), location.search.slice(1)].map((text) => new URLSearchParams(text));
  const given = hash.has("q") ? hash : query;
  return { q: given.get("q")?.trim() ?? "", kind: given.get("kind") ?? "", status: given.get("status") ?? "" };
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
  if (document.activeElement !== field || field.value.trim() !== wanted.q) field.value = wanted.q;
  suggestions.close();
  if (!wordsOf(wanted.q).length) return nothing(wanted.q ? "Type a word to look for." : "");
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

/** As the page was before anything was asked; what is said may tell why. */
function nothing(said) {
  for (const select of [kinds, statuses]) select.value = "";
  show([], said);
}

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
  const option = (value, text) => el("option", { value }, text);
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
for (const event of ["hashchange", "popstate"]) globalThis.addEventListener(event, answer);
byId("needs-script").remove();
form.hidden = byId("skip-to-search").hidden = false;
answer();
document.documentElement.dataset.ready = "true";
