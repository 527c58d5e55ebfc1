// Search: an index of every text, made when it is first wanted, and what a search fits.

let index = null;

/** Words as the index holds them: without accents and capitals. */
const term = (word) => fold(word).replace(/^'+|'+$/g, "") || null;

/** Resolves with the index. Large pages make it piece by piece, so that typing goes on. */
function searchIndex() {
  if (index) return index;
  const made = new MiniSearch({ idField: "number", fields: ["text"], processTerm: term, searchOptions: { prefix: true, fuzzy: (word) => (word.length > 4 ? 0.2 : false), combineWith: "AND" } });
  const texts = nodes.map((node, number) => ({ number, text: node.text }));
  index = texts.length > 8000 ? made.addAllAsync(texts, { chunkSize: 500 }).then(() => made) : Promise.resolve((made.addAll(texts), made));
  return index;
}

/** The best nodes for what has been typed, best first; pledges before others of the same score. */
async function suggestions(typed, most) {
  const found = (await searchIndex()).search(typed);
  return found.slice(0, most).map(({ id }) => id);
}

/**
 * The numbers of all that holds every word, as part of a word too, and of the pledges that lead to it. Where nothing
 * does, words that are nearly the same count.
 */
async function fit(query) {
  const asked = fold(query).split(/\s+/).filter(Boolean);
  let found = nodes.flatMap((node, number) => (asked.every((word) => folded(number).includes(word)) ? [number] : []));
  if (!found.length) found = (await searchIndex()).search(query).map(({ id }) => id);
  return upstream(found);
}

const foldedTexts = [];
const folded = (number) => (foldedTexts[number] ??= fold(nodes[number].text));
