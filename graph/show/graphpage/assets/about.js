// What is known about a node, put together from the nodes and lines round it.

const from = (number, relation) => outgoing[number].filter((edge) => edge.relation === relation);
const into = (number, relation) => incoming[number].filter((edge) => edge.relation === relation);

function ownerItem({ to, scope, confidence: sure, justification, review, said = [] }) {
  const how = [wordFor(words.scopes, scope), confidence(sure), wordFor(words.justifications, justification), wordFor(words.reviews, review)];
  return [el("p", {}, reference(to), chain(to)), el("p", { class: "notes" }, how.filter(Boolean).join("; ")), ...said.map((one) => quotation(quoted(one)))];
}

function evidenceItem({ to, scope, confidence: sure, review }) {
  const how = [wordFor(words.scopes, scope), confidence(sure), wordFor(words.attestations, nodes[to].attestation), wordFor(words.reviews, review)];
  return quotation(nodes[to], how.filter(Boolean));
}

const OWN_SCOPES = new Set(["direct", "exception"]); // of statements about one pledge; all others are about several

/** The outcomes of a pledge: its own, and those that a statement about it alone reports. */
function outcomesOf(number) {
  const statements = from(number, "evidencedBy").filter((edge) => OWN_SCOPES.has(edge.scope)).map((edge) => edge.to);
  return [...new Set([number, ...statements].flatMap((each) => from(each, "reports").map((edge) => edge.to)))];
}

/** Whose word an outcome is; as `graph.show.words.attested` puts it. */
const attested = (by) => (by ? filled(words.attestedBy, { name: by }) : words.attestations.SelfReported);

function outcomeItem(number) {
  return [reference(number), " ", el("span", { class: "notes" }, verbatim(attested(nodes[number].by)))];
}

function lineageItems(number) {
  const item = (relation, other, title, sure) => () => [`${words.lineage[relation]} `, other, " ", el("span", { class: "notes" }, verbatim(title ?? ""), sure == null ? "" : `; ${confidence(sure)}`)];
  return [
    ...from(number, "continues").map((edge) => item("continues", reference(edge.to), strategy(nodes[edge.to]).title, edge.confidence)),
    ...into(number, "continues").map((edge) => item("continuedBy", reference(edge.from), strategy(nodes[edge.from]).title, edge.confidence)),
    ...(nodes[number].elsewhere ?? []).map((other) => item(other.relation, verbatim(other.text), other.strategy, other.confidence)),
  ];
}

function pastItem(past) {
  return [`${dated(past.as_of) ?? "undated"}: `, statusMark(past.status), ownWord(past.stated), past.document === undefined ? null : el("span", { class: "notes" }, " ", documentLink(past.document))];
}

/** What the document says beside the pledge. */
function besideItems({ timescale, measure, strength }) {
  const said = { "By when": timescale, "How it is measured": measure };
  const items = Object.entries(said).filter(([, text]) => text).map(([title, text]) => () => [`${title}: `, verbatim(text)]);
  return words.strengths[strength] ? [...items, () => `The document makes it ${words.strengths[strength]}.`] : items;
}

/** What the status means; a pledge that is only agreed to has been read about. */
function explanation({ status, history }) {
  const look = words.statuses[status];
  return look.though_read && history?.at(-1)?.document !== undefined ? `${look.though_read[0].toUpperCase()}${look.though_read.slice(1)}.` : look.means;
}

/** What "accepted in review" means and who decided, in the words of their own file, where something here was. */
function reviewed(number) {
  const accepted = [...from(number, "evidencedBy"), ...from(number, "ownedBy")].some((edge) => edge.review === "accepted");
  return accepted && data.reviewed?.length ? [section(words.reviewed.title, data.reviewed.map((text) => () => verbatim(text)))] : [];
}

function aboutPledge(number) {
  const node = nodes[number];
  const { title, page, ...period } = strategy(node);
  const doubts = uncertainties(number);
  return [
    el("p", { class: "verdict" }, statusMark(node.status), ownWord(node.stated), el("span", { class: "notes" }, ` ${[node.as_of && `as of ${dated(node.as_of)}`, node.sure != null && confidence(node.sure)].filter(Boolean).join(", ")}`)),
    el("p", { class: "notes" }, explanation(node)),
    section("Owned now by", from(number, "ownedBy").map((edge) => () => ownerItem(edge)), `${words.page.unowned}.`),
    section("What was reported", from(number, "evidencedBy").map((edge) => () => evidenceItem(edge)), "No statement answers this pledge."),
    doubts.length ? el("section", { class: "doubts" }, el("h4", {}, "What is uncertain"), el("ul", {}, doubts.map((text) => el("li", {}, verbatim(text))))) : null,
    ...reviewed(number),
    section("Said beside it", besideItems(node)),
    section("Partners", from(number, "involves").map((edge) => () => reference(edge.to))),
    section("Outcomes", outcomesOf(number).map((each) => () => outcomeItem(each))),
    section("What it was over time", node.history?.length > 1 ? node.history.map((past) => () => pastItem(past)) : []),
    section("Before and after", lineageItems(number)),
    section("Where it was promised", [() => [el("p", {}, leading(page, verbatim(title ?? "")), years(period)), ...from(number, "theme").map((edge) => el("p", {}, reference(edge.to))), cited(node)]]),
  ];
}

/** A node that is no pledge: what is said of itself, then its links in both directions. */
function aboutOther(number) {
  const node = nodes[number];
  const said = {
    ProgressStatement: () => [cited(node), el("span", { class: "notes" }, wordFor(words.attestations, node.attestation))],
    Outcome: () => [verbatim(attested(node.by))],
    Theme: () => ["In ", leading(strategy(node).page, verbatim(strategy(node).title ?? ""))],
  };
  const unanswered = node.group === "ProgressStatement" && !into(number, "evidencedBy").length;
  return [
    said[node.group] ? el("p", {}, said[node.group]()) : null,
    unanswered ? el("p", { class: "none" }, "It answers no pledge.") : null,
    ...Object.entries(words.relations).flatMap(([relation, title]) => [
      section(title.out, from(number, relation).map((edge) => () => [reference(edge.to), ...chain(edge.to)])),
      section(title.in, into(number, relation).map((edge) => () => reference(edge.from))),
    ]),
  ];
}
