// The results: texts of documents go in as text, with the words that were found marked.

const AT_ONCE = 20;

/** A thing that was found: its words, which lead to its page, and below them what it is and where it belongs. */
function resultOf({ entry, terms }) {
  const words = el("bdi", {}, marked(entry.text, terms));
  return el("li", {}, leadsHere(entry.address) ? el("a", { href: entry.address }, words) : words, el("p", { class: "notes" }, parted(notesOf(entry, terms))));
}

/** What it is, its status, what stands beside it and what it stands under. */
function notesOf(entry, terms) {
  const { beside } = head.kinds[entry.kind];
  const about = entry.beside && el("span", {}, beside ? `${beside} ` : "", el("bdi", {}, marked(entry.beside, terms)));
  return [...whatOf(entry), about, head.under[entry.under] && el("bdi", {}, marked(head.under[entry.under], terms))].filter(Boolean);
}

/** What it is, and its status where it has one. */
function whatOf(entry) {
  const status = head.statuses[entry.status - 1];
  const what = el("span", { class: "what" }, head.kinds[entry.kind].one);
  return status ? [what, el("span", { class: "status", "data-status": status.value }, el("span", { "aria-hidden": "true" }, status.symbol), ` ${status.word}`)] : [what];
}

const parted = (notes) => notes.flatMap((note, number) => (number ? [" · ", note] : [note]));

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
    Object.assign(this, { list, more, waiting: [] });
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
