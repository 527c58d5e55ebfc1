// How the page puts things: dates, places in documents, confidence, links to other nodes.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "2024-06-30" as "30 June 2024"; what is no date stays as it is. */
function dated(value) {
  const found = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(value ?? "");
  if (!found || !MONTHS[found[2] - 1]) return value;
  return [found[3] && String(Number(found[3])), MONTHS[found[2] - 1], found[1]].filter(Boolean).join(" ");
}

/** Where a text stands: the document by its title, page and line, then the name of the file; as Sources.place says it. */
function placeOf(quote) {
  const numbered = [["p.", quote.page], ["line", quote.line]].filter(([, value]) => value != null).map(([unit, value]) => `${unit} ${value}`);
  const { title, file } = documentOf(quote.document);
  return [title ?? file, ...numbered].join(", ") + (title ? ` (${file})` : "");
}

const sureness = (value) => words.confidence.find((step) => value >= step.from);
const confidence = (value) => sureness(value).word.replace(/(?=:|$)/, ` ${value.toFixed(2)}`); // as graph.show.words has it
const wordFor = (table, key) => table[(key ?? "").split(/[:#/]/).pop()] ?? key;
const years = ({ start, end }) => (start && end && start !== end ? ` (${start} to ${end})` : start || end ? ` (${start ?? end})` : "");

function quotation(quote, notes = []) {
  return el("figure", {}, verbatim(quote.text, "blockquote"), el("figcaption", {}, cited(quote), notes.length ? el("span", { class: "notes" }, notes.join("; ")) : null));
}

function section(title, items, none = null) {
  if (!items.length && !none) return null;
  return el("section", {}, el("h4", {}, title), items.length ? longList(items) : el("p", { class: "none" }, none));
}

/** A list; of a very long one the first, and a button for the rest. */
function longList(items, most = 60) {
  const made = el("ul", {}, items.slice(0, most).map((item) => el("li", {}, item())));
  if (items.length <= most) return made;
  const rest = button(`Show all ${items.length.toLocaleString("en-GB")}`, () => {
    const more = items.slice(most).map((item) => el("li", { tabindex: "-1" }, item()));
    made.append(...more);
    (more[0].querySelector("a") ?? more[0]).focus();
    rest.remove();
  });
  return el("div", {}, made, rest);
}

function reference(number) {
  const { status, text } = nodes[number];
  return el("a", { href: link(number) }, markOf(number), verbatim(text), status ? el("span", { class: "unseen" }, `, ${words.statuses[status].word}`) : null);
}

/** What something is part of, and that of, in words. */
function chain(number) {
  return wholes(number).slice(1).map((whole) => el("span", { class: "chain" }, ", part of ", verbatim(nodes[whole].text)));
}
