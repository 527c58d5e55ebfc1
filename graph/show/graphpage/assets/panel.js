// What is known about the chosen node, in words, with the quotes that say so.

const panel = byId("panel");

function place(quote) {
  const units = { page: "p.", line: "line" };
  const numbers = Object.entries(units).filter(([key]) => quote[key] != null).map(([key, unit]) => `${unit} ${quote[key]}`);
  return [quote.document, ...numbers].join(", ");
}

const confidence = (value) => `${words.confidence.find((step) => value >= step.from).word} (${Math.round(value * 100)}%)`;
const standing = (links) => links.filter((link) => link.review !== "rejected");
const term = (map, key) => map[key.split(/[:#/]/).pop()] ?? key;

function quotation(quote, notes = []) {
  return el("figure", {}, verbatim(quote.text, "blockquote"), el("figcaption", {}, el("cite", {}, place(quote)), notes.length ? el("span", { class: "notes" }, notes.join("; ")) : null));
}

function section(title, items, none = null) {
  if (!items.length && !none) return null;
  return el("section", {}, el("h4", {}, title), items.length ? el("ul", {}, items.map((item) => el("li", {}, item))) : el("p", { class: "none" }, none));
}

function reference(id) {
  const node = nodes.get(id);
  return el("a", { href: link(id) }, node.status ? el("span", { class: "mark", "data-status": node.status, title: words.statuses[node.status].word }, words.statuses[node.status].symbol) : shape(node.group), verbatim(node.text), node.status ? el("span", { class: "unseen" }, `, ${words.statuses[node.status].word}`) : null);
}

function ownerItem(owner) {
  const chain = owner.chain.map(({ part, name }, step) => {
    const lead = part === (step ? owner.chain[step - 1].whole : owner.iri) ? ", part of " : "; also part of ";
    return el("span", { class: "chain" }, lead, verbatim(name));
  });
  const how = [term(words.scopes, owner.scope), confidence(owner.confidence), term(words.justifications, owner.justification), term(words.reviews, owner.review)];
  return [el("p", {}, reference(owner.iri), chain), el("p", { class: "notes" }, how.join("; ")), ...owner.evidence.map((quote) => quotation(quote))];
}

function evidenceItem(quote) {
  const how = [term(words.scopes, quote.scope), confidence(quote.confidence), term(words.attestations, quote.attestation), term(words.reviews, quote.review)];
  return quotation(quote, how);
}

function outcomeItem(outcome) {
  return [reference(outcome.iri), " ", el("span", { class: "notes" }, outcome.attested_by ? verbatim(outcome.attested_by) : "the body itself", " says so")];
}

function lineageItem(other) {
  const text = nodes.has(other.iri) ? reference(other.iri) : verbatim(other.text);
  return [`${term(words.lineage, other.relation)} `, text, " ", el("span", { class: "notes" }, verbatim(other.strategy), `; ${confidence(other.confidence)}`)];
}

function pastItem(past) {
  return [`${past.as_of ?? "undated"}: `, statusMark(past.status), ownWord(past.stated), past.document ? el("span", { class: "notes" }, ` ${past.document}`) : null];
}

/** What the document says beside the pledge. */
function besideItems({ timescale, measure, strength }) {
  const said = { "By when": timescale, "How it is measured": measure };
  const items = Object.entries(said).filter(([, text]) => text).map(([title, text]) => [`${title}: `, verbatim(text)]);
  return words.strengths[strength] ? [...items, `The document makes it ${words.strengths[strength]}.`] : items;
}

/** What the status means; a pledge that is only agreed to has been read about. */
function explanation({ status, history }) {
  const look = words.statuses[status.value];
  return look.though_read && history.at(-1)?.document ? `${look.though_read[0].toUpperCase()}${look.though_read.slice(1)}.` : look.means;
}

function aboutPledge(record) {
  const { status, strategy, source } = record;
  const years = [strategy.start, strategy.end].filter(Boolean).join(" to ");
  return [
    el("p", { class: "verdict" }, statusMark(status.value), ownWord(status.stated), el("span", { class: "notes" }, ` ${[status.as_of && `as of ${status.as_of}`, confidence(status.confidence)].filter(Boolean).join(", ")}`)),
    el("p", { class: "notes" }, explanation(record)),
    section("What it was over time", record.history.length > 1 ? record.history.map(pastItem) : []),
    section("Said beside it", besideItems(record)),
    section("Owned now by", standing(record.owners).map(ownerItem), "No owner is named."),
    section("What was reported", standing(record.evidence).map(evidenceItem), "No statement answers this pledge."),
    section("Partners", record.partners.map((partner) => reference(partner.iri))),
    section("Outcomes", record.outcomes.map(outcomeItem)),
    section("Before and after", record.lineage.map(lineageItem)),
    section("Where it was promised", [[el("p", {}, verbatim(strategy.title), years ? ` (${years})` : ""), el("p", {}, reference(outgoing.get(record.iri).find((edge) => edge.relation === "theme").to)), el("cite", {}, place(source))]]),
  ];
}

/** A node that is no pledge: what is said of itself, then its links in both directions. */
function aboutOther(node) {
  const said = { ProgressStatement: () => [el("cite", {}, place(node.source)), el("span", { class: "notes" }, `; ${term(words.attestations, node.attestation)}`)], Outcome: () => [node.by ? verbatim(node.by) : "The body itself", " says so"] };
  const unanswering = node.group === "ProgressStatement" && !incoming.get(node.id).length;
  return [
    said[node.group] ? el("p", {}, said[node.group]()) : null,
    unanswering ? el("p", { class: "none" }, "It answers no pledge.") : null,
    ...Object.entries(words.relations).flatMap(([relation, title]) => [
      section(title.out, outgoing.get(node.id).filter((edge) => edge.relation === relation).map((edge) => reference(edge.to))),
      section(title.in, incoming.get(node.id).filter((edge) => edge.relation === relation).map((edge) => reference(edge.from))),
    ]),
  ];
}

function showPanel(id) {
  if (!id) return panel.replaceChildren(el("p", { class: "hint" }, "Choose anything in the list or the graph to read what was promised, what was reported, who owns it now, and the sentence that says so."));
  const node = nodes.get(id);
  const record = records.get(id);
  const only = el("button", { type: "button", "aria-pressed": String(state.alone) }, "Show it alone");
  only.addEventListener("click", () => {
    state.alone = !state.alone;
    only.setAttribute("aria-pressed", String(state.alone));
    refresh();
    bring(id);
  });
  const close = el("button", { type: "button" }, "Close");
  close.addEventListener("click", () => leave());
  panel.replaceChildren(
    el("div", { class: "kind" }, shape(node.group), words.classes[node.group].one, el("span", { class: "buttons" }, only, close)),
    el("h3", { class: "verbatim" }, node.text),
    ...(record ? aboutPledge(record) : aboutOther(node)).filter(Boolean),
  );
  panel.scrollTop = 0;
}
