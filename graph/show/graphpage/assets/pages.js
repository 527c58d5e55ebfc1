// Links to the pages that things have of their own, where this page is one of a site or of a server.

/** The address of a node's page, by the first rule for its id; null where it has none. */
function pageOf({ id }) {
  if (!data.pages) return null;
  if (Object.hasOwn(data.pages.others, id)) return data.pages.others[id];
  const rule = data.pages.rules.find(([start]) => id.startsWith(start));
  return rule ? rule[1] + id.slice(rule[0].length) + rule[2] : null;
}

/** The address of the very words of a quote in the text of its document. */
const passageOf = ({ document: number, start }) => (documentOf(number).passage && start !== undefined ? documentOf(number).passage + start : null);

/** Text that leads to an address, or the text alone. */
const leading = (address, ...children) => (address ? el("a", { href: address }, ...children) : el("span", {}, ...children));

/** Where a text stands; it leads there, if there is a page of the document. */
const cited = (quote) => el("cite", {}, leading(passageOf(quote), placeOf(quote)));

/** A document by its title. */
const documentLink = (number) => leading(documentOf(number).page, verbatim(documentOf(number).title ?? documentOf(number).file));

/** What leads from the panel to the pages of a node; null where there are none. */
function pageLinks(number) {
  const node = nodes[number];
  const found = [["Its page", pageOf(node)], ["Where the document says it", passageOf(node)]].filter(([, address]) => address);
  return found.length ? el("p", { class: "pages" }, found.map(([text, address]) => el("a", { href: address }, text))) : null;
}
