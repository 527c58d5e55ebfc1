// The index: loaded when it is first needed, and taken in by slices, so that the page answers all the while.

const here = document.currentScript;
const entries = [];
let head = { kinds: [], statuses: [], under: [], total: 0 };
let asked = null; // a promise, once the index was asked for

const finder = new Finder((entry, field) => (field === "under" ? head.under[entry.under] : entry[field]));

/** All entries, ready to be searched. `told` hears of the progress, from 0 to 1. Fails where there is no index. */
function prepared(told) {
  asked ??= loaded().then((given) => takenIn(given, told));
  asked.catch(() => { asked = null; }); // the next one who asks tries again
  return asked;
}

/** What the script of the index hands over. */
function loaded() {
  return new Promise((resolve, reject) => {
    globalThis.strategyLinksIndex = resolve;
    const script = document.createElement("script");
    script.nonce = here.nonce;
    script.src = here.dataset.index;
    script.addEventListener("error", () => reject(new Error("not there")));
    script.addEventListener("load", () => reject(new Error("not an index"))); // too late where it has handed it over
    document.head.append(script);
  });
}

async function takenIn(given, told) {
  let address = "";
  let until = performance.now() + SLICE;
  entries.length = 0;
  finder.clear();
  for await (const item of itemsOf(given)) {
    if (!Array.isArray(item)) {
      head = item;
      continue;
    }
    for (const [kind, status, under, text, beside, same, rest] of item) {
      address = address.slice(0, same) + rest;
      entries.push({ at: entries.length, kind, status, under, text, beside, address });
      finder.add(entries.at(-1));
      if (performance.now() < until) continue;
      told(entries.length / head.total);
      await pause();
      until = performance.now() + SLICE;
    }
  }
}

/** The items of an index: a list of them, or lines of JSON that stand gzipped in base64. */
async function* itemsOf(given) {
  if (Array.isArray(given)) return yield* given;
  const reader = unzipped(given).pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop();
    for (const line of lines) yield JSON.parse(line);
  }
  yield JSON.parse(rest);
}

/** What fits a question, the best first, and whether all of its words are met: else, what meets most of them. */
function found(question) {
  const { whole, results } = finder.find(question);
  return { whole, results: results.map(({ at, terms }) => ({ entry: entries[at], terms })) };
}
