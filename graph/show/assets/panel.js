// What is known about the chosen node, in words, with the quotes that say so.

const panel = byId("panel");

function place(quote) {
  const numbers = ["page", "line"].filter((unit) => quote[unit] != null).map((unit) => `${unit} ${quote[unit]}`);
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
  const chain = owner.part_of.map((name) => el("span", { class: "chain" }, ", part of ", verbatim(name)));
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

function lineageItem(older) {
  const text = nodes.has(older.iri) ? reference(older.iri) : verbatim(older.text);
  return [`${term(words.lineage, older.relation)}: `, text, " ", el("span", { class: "notes" }, verbatim(older.strategy), `; ${confidence(older.confidence)}`)];
}

function aboutPledge(record) {
  const { status, strategy, source } = record;
  const years = [strategy.start, strategy.end].filter(Boolean).join(" to ");
  const stated = status.stated ? ["; the document’s own words: ", verbatim(status.stated)] : [];
  return [
    el("p", { class: "verdict" }, statusMark(status.value), el("span", { class: "notes" }, ` ${[status.as_of && `as of ${status.as_of}`, confidence(status.confidence)].filter(Boolean).join(", ")}`, stated)),
    el("p", { class: "notes" }, words.statuses[status.value].means),
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
