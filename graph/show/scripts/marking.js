// The words that were found, marked in the text that has them.

const EXCERPT = 280; // characters of a text
const BEFORE = 90; // of them before the first word that was found

/** A text in pieces: strings, and `mark` elements for the words of `terms`; of a long text, what stands round the first. */
function marked(text, terms) {
  const hits = [...text.matchAll(WORD)].filter((word) => terms.has(folded(word[0])));
  const [start, end] = excerpt(text, hits[0]?.index ?? 0);
  const pieces = [start > 0 ? "…" : null];
  let at = start;
  for (const { 0: word, index } of hits) {
    if (index < at || index + word.length > end) continue;
    pieces.push(text.slice(at, index), el("mark", {}, word));
    at = index + word.length;
  }
  return [...pieces, text.slice(at, end), end < text.length ? "…" : null];
}

/** Where to begin and end so that a long text shows the words around a place; never within a pair of surrogates. */
function excerpt(text, place) {
  if (text.length <= EXCERPT) return [0, text.length];
  const near = Math.max(0, place - BEFORE);
  const space = near && text.indexOf(" ", near);
  const start = wholeAt(text, space > 0 && space < place ? space + 1 : near);
  const last = text.lastIndexOf(" ", start + EXCERPT);
  return [start, start + EXCERPT >= text.length ? text.length : wholeAt(text, last > place ? last : start + EXCERPT)];
}

const wholeAt = (text, at) => at - (text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff ? 1 : 0);
