// Answers: rows as a table, files to download, and what the server says where it refuses.
import { said } from "./toolbar.js";

const { Yasr } = window.Yasgui;
const Table = Yasr.plugins.table;

const FILES = {
  rows: [["CSV", "text/csv", "csv"], ["JSON", "application/sparql-results+json", "json"]],
  triples: [["Turtle", "text/turtle", "ttl"], ["JSON-LD", "application/ld+json", "jsonld"]],
  boolean: [["JSON", "application/sparql-results+json", "json"]],
};
const WORDS = {
  emptyTable: "No rows: nothing in the data fits the query.",
  zeroRecords: "No row holds these words.",
  info: "Rows _START_ to _END_ of _TOTAL_",
  infoEmpty: "No rows",
  infoFiltered: "(of _MAX_)",
};
const TERMS = "https://w3id.org/strategy-links#";
// What Chromium, Firefox and Safari say of a request that came to no answer.
const UNSAID = [
  [/^(Failed to fetch|NetworkError|Load failed)/, "The server does not answer; see whether it still runs."],
  [/abort/i, "The query was stopped."],
];

/** YASR's table, in which a text is a text whatever it holds, and the data's own IRIs lead to their local pages. */
export class AnswerTable extends Table {
  static bases = [];

  constructor(yasr) {
    super(yasr);
    this.persistentConfig = { compact: true, isEllipsed: false };
    this.helpReference = undefined; // a page elsewhere
    const language = { ...this.config.tableConfig.language, ...WORDS };
    this.config = { ...this.config, tableConfig: { ...this.config.tableConfig, autoWidth: false, language } };
  }

  /** Columns as wide as the browser makes them: fixed widths break words, and are wrong after the window changes. */
  draw(kept) {
    super.draw(kept);
    this.destroyResizer();
    for (const sized of [this.tableEl, ...this.tableEl.querySelectorAll("th")]) sized.style.removeProperty("width");
  }

  /** The rows as they came: what YASR has read has the texts between double braces changed. */
  getRows() {
    const { results } = this.yasr;
    const bindings =
      results.getType() === "json" ? JSON.parse(results.getOriginalResponseAsString()).results.bindings : results.getBindings();
    return bindings.map((binding, row) => [row + 1, ...results.getVariables().map((name) => binding[name] ?? "")]);
  }

  getColumns() {
    const [number, ...columns] = super.getColumns();
    const prefixes = this.yasr.getPrefixes();
    const render = (term, use) => {
      if (term === "") return "";
      if (use === "display") return this.getCellContent(term, prefixes);
      return use === "filter" ? markup("span", {}, term.value).innerHTML : term.value;
    };
    return [{ ...number, title: "Row" }, ...columns.map((column) => ({ ...column, render }))];
  }

  getUriLinkFromBinding({ value }, prefixes) {
    const local = localPage(value, AnswerTable.bases);
    if (local) return markup("a", { href: local.path, title: value }, local.rest).outerHTML;
    const prefix = Object.keys(prefixes ?? {}).find((one) => value.startsWith(prefixes[one]));
    const shown = prefix === undefined ? value : `${prefix}:${value.slice(prefixes[prefix].length)}`;
    if (value.startsWith(TERMS)) return markup("a", { href: `/ontology#${value.slice(TERMS.length)}`, title: value }, shown).outerHTML;
    if (!/^https?:/.test(value)) return markup("span", {}, shown).outerHTML;
    return markup("a", { href: value, title: value, rel: "noopener noreferrer", target: "_blank" }, shown).outerHTML;
  }

  formatLiteral(term, prefixes) {
    const text = markup("bdi", {}, term.value).outerHTML;
    if (this.persistentConfig.compact) return text;
    if (term["xml:lang"]) return `"${text}"${markup("sup", {}, `@${term["xml:lang"]}`).outerHTML}`;
    return term.datatype ? `"${text}"<sup>^^${this.getUriLinkFromBinding({ value: term.datatype }, prefixes)}</sup>` : text;
  }

  drawControls() {
    super.drawControls();
    this.tableSizeField.setAttribute("aria-label", "Page size");
    this.tableEllipseSwitch.closest("div").hidden = true; // cuts texts off
    this.tableEl.setAttribute("aria-label", "Answer");
  }
}

/** Where an IRI of the data answers at this server, and what follows its base; null for what answers elsewhere. */
function localPage(iri, bases) {
  const base = bases.find((one) => iri.startsWith(one));
  if (base === undefined || iri === base) return null;
  const rest = iri.slice(base.length);
  const [, path, part] = /^([^#]*)(.*)$/s.exec(rest);
  return { rest, path: `/id/${path.replace(/[%?]/g, encodeURIComponent)}${part}` };
}

function markup(name, attributes, text) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/** Buttons that fetch the answer to the query that a tab has asked, from the server, as a file. */
export function offerDownloads(tab) {
  const yasr = tab.getYasr();
  yasr.headerEl.querySelector(".downloads")?.remove();
  if (yasr.results.hasError()) return;
  const place = Object.assign(document.createElement("div"), { className: "downloads" });
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", "Download the answer");
  for (const [label, type, ending] of FILES[kindOf(yasr.results)]) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    button.setAttribute("aria-label", `Download ${label}`);
    button.addEventListener("click", () => download(tab, type, ending));
    place.append(button);
  }
  yasr.headerEl.append(place);
}

function kindOf(results) {
  if (results.getContentType()?.includes("n-triples")) return "triples";
  return results.getBoolean() === undefined ? "rows" : "boolean";
}

async function download(tab, type, ending) {
  try {
    const body = new URLSearchParams({ query: tab.asked });
    const response = await fetch("/sparql", { method: "POST", headers: { Accept: type }, body });
    if (!response.ok) throw new Error(await response.text());
    const address = URL.createObjectURL(await response.blob());
    const name = tab.getName().toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join("-") ?? "answer";
    Object.assign(document.createElement("a"), { href: address, download: `${name}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    said(`${name}.${ending} is downloaded.`);
  } catch (error) {
    const place = tab.getYasr().fallbackInfoEl;
    place.replaceChildren(refusalOf(error.message, tab.yasgui));
  }
}

/** What the server said, in a paragraph that is read out; where it names a line, with a button that leads there. */
export function refusalOf(text, yasgui) {
  const sentence = UNSAID.find(([said]) => said.test(text))?.[1] ?? text.trim();
  const refusal = markup("div", { class: "refusal", role: "alert" }, "");
  refusal.append(markup("p", {}, sentence));
  const [, line, column] = /line (\d+), column (\d+)/.exec(sentence) ?? [];
  if (line) {
    const button = markup("button", { type: "button" }, `Go to line ${line}, column ${column}`);
    button.addEventListener("click", () => {
      const editor = yasgui.getTab(refusal.closest(".tabPanel").id).getYasqe();
      editor.getDoc().setCursor(line - 1, column - 1);
      editor.focus();
    });
    refusal.append(button);
  }
  return refusal;
}
