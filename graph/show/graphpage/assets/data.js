// The data of the page. A node is known by its number, the place it has in `data.nodes`.

/** The JSON in the page; where it is large it stands there packed, and this browser unpacks it. */
async function unpacked(element) {
  if (element.dataset.encoding !== "gzip") return JSON.parse(element.textContent);
  return new Response(unzipped(element.textContent)).json();
}

const data = await unpacked(byId("data"));
byId("data").remove();
const words = data.words;
const nodes = data.nodes;
const limits = { drawn: 6000, open: 600, rows: 1000, ...data.limits };
const numbers = new Map(nodes.map((node, number) => [node.id, number]));
const outgoing = nodes.map(() => []);
const incoming = nodes.map(() => []);
for (const edge of data.edges) {
  outgoing[edge.from].push(edge);
  incoming[edge.to].push(edge);
}

/** The words on a node's card, in lines; they are its text where that is short. */
const label = (node) => node.label ?? node.text;

const ofClass = (...kinds) => nodes.flatMap((node, number) => (kinds.includes(node.group) ? [number] : []));
const pledges = ofClass("Commitment");
const themes = ofClass("Theme");

/** Whether a node stands in the right-hand column of the flow: it may belong to several themes. */
const ASIDE = new Set(["Programme", "Organisation", "Outcome"]);
const aside = (number) => ASIDE.has(nodes[number].group);

/** The theme that a node stands under, a theme itself included; undefined where there is none. */
const themeOf = (number) => (nodes[number].group === "Theme" ? number : nodes[number].band);

/** A text as it is compared: without accents and capitals, with straight apostrophes. */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();

const documentOf = (number) => data.documents[number] ?? { file: "" };
const strategy = (node) => data.strategies?.[node.strategy] ?? {};

/** The words of an owner's evidence: a statement that is drawn, or a quote that stands in the data alone. */
const quoted = (said) => (typeof said === "number" ? nodes[said] : data.quotes[said.quote]);

const count = (number, one, many) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
