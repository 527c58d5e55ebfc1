// The results: texts of documents go in as text, with the words that were found marked.

const AT_ONCE = 20;
const SHOWN = 280; // characters of a text
const BEFORE = 90; // of them before the first word that was found

/** el("p", {class: "notes"}, "text", other): null children are left out. */
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat().filter((child) => child !== null));
  return made;
}

/** A text in pieces: strings, and `mark` elements for the words that were found. */
function marked(text, terms) {
  const hits = [...text.matchAll(WORD)].filter((word) => terms.has(folded(word[0])));
  const [start, end] = section(text, hits[0]?.index ?? 0);
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
function section(text, place) {
  if (text.length <= SHOWN) return [0, text.length];
  const near = Math.max(0, place - BEFORE);
  const space = near && text.indexOf(" ", near);
  const start = whole(text, space > 0 && space < place ? space + 1 : near);
  const last = text.lastIndexOf(" ", start + SHOWN);
  return [start, start + SHOWN >= text.length ? text.length : whole(text, last > place ? last : start + SHOWN)];
}

const whole = (text, at) => at - (text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff ? 1 : 0);

function resultOf({ entry, words: met }) {
  const terms = new Set(met);
  const kind = head.kinds[entry.kind];
  const status = head.statuses[entry.status - 1];
  const notes = [el("span", { class: "what" }, kind.one)];
  if (status) notes.push(el("span", { class: "status", "data-status": status.value }, el("span", { "aria-hidden": "true" }, status.symbol), ` ${status.word}`));
  if (entry.beside) notes.push(el("span", {}, kind.beside ? `${kind.beside} ` : "", el("bdi", {}, marked(entry.beside, terms))));
  if (entry.under !== 0 || head.under[0]) notes.push(el("bdi", {}, marked(head.under[entry.under], terms)));
  const parted = notes.filter((note) => note.textContent).flatMap((note, number) => (number ? [" · ", note] : [note]));
  const words = el("bdi", {}, marked(entry.text, terms));
  return el("li", {}, leadsHere(entry.address) ? el("a", { href: entry.address }, words) : words, el("p", { class: "notes" }, parted));
}

/** Whether an address is one of these pages: nothing else is ever linked. */
function leadsHere(address) {
  try {
    const made = new URL(address, location.href);
    return made.protocol === location.protocol && made.host === location.host;
  } catch {
    return false;
  }
}

/** Results in a list, some at a time; `more` is the button that asks for the next. */
class Results {
  constructor(list, more) {
    this.list = list;
    this.more = more;
    this.waiting = [];
    more.addEventListener("click", () => this.next(true));
  }

  show(results) {
    this.list.replaceChildren();
    this.waiting = results;
    this.next(false);
  }

  next(moveFocus) {
    const made = this.waiting.slice(0, AT_ONCE).map(resultOf);
    this.waiting = this.waiting.slice(AT_ONCE);
    this.list.append(...made);
    this.more.hidden = !this.waiting.length;
    this.more.textContent = `Show ${Math.min(AT_ONCE, this.waiting.length)} more of ${counted(this.waiting.length)} left`;
    if (moveFocus) made[0]?.querySelector("a")?.focus();
  }
}

const counted = (number) => number.toLocaleString("en-GB");
