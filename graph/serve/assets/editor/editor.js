// The query editor: YASGUI on this server's endpoint alone, with this project's prefixes, names and queries.
import { AnswerTable, offerDownloads, refusalOf } from "./answers.js";
import { mendPanel, mendTabs } from "./mending.js";
import { completeNames } from "./names.js";
import { listQueries } from "./queries.js";
import { keepTabs, keptTabs, linkedTab } from "./tabs.js";
import { said, showRunning, toolbar } from "./toolbar.js";

const { Yasgui } = window;
const { Yasqe, Yasr } = Yasgui;

const settings = await (await fetch("/editor/settings.json")).json();
AnswerTable.bases = settings.bases;
Yasr.registerPlugin("table", AnswerTable);
completeNames(Yasqe, settings);
// What a tab does not pass on from the settings below, it takes from here.
Yasqe.defaults.editorHeight = "auto"; // as high as the query, within what the style says
Yasr.defaults.errorRenderers = [async (error) => refusalOf(error.text, yasgui)];

const yasgui = new Yasgui(document.getElementById("editor"), {
  // Tabs are kept by tabs.js: what YASGUI keeps also holds addresses, headers and answers, which would come back.
  persistenceId: null,
  // So would what a link says: its tabs come from tabs.js, which takes a query and a title and runs nothing.
  populateFromUrl: false,
  autoAddOnInit: false,
  autofocus: false,
  endpointCatalogueOptions: { getData: () => [], keys: [], renderItem: () => {} },
  endpointInfo: newToolbar,
  requestConfig: {
    endpoint: new URL("/sparql", location.href).href,
    method: "POST",
    // Both kinds are accepted of every query, for the editor does not always know which kind it is.
    acceptHeaderSelect: "application/sparql-results+json, application/n-triples;q=0.9",
    acceptHeaderGraph: "application/sparql-results+json, application/n-triples;q=0.9",
  },
  yasqe: {
    value: settings.query,
    collapsePrefixesOnLoad: true,
    resizeable: false,
    viewportMargin: Infinity,
    showQueryButton: false,
    extraKeys: { Tab: false, "Shift-Tab": false }, // the key goes to the next control, as everywhere else
  },
  yasr: { maxPersistentResponseSize: 0, prefixes: settings.prefixes },
});

function newToolbar() {
  const bar = toolbar(() => yasgui.getTab());
  queueMicrotask(() => mendPanel(yasgui.getTab(bar.closest(".tabPanel").id))); // once the panel around it is drawn
  return bar;
}

function open(name, text, { active = true } = {}) {
  const same = yasgui.persistentConfig.getTabs().find((id) => textOf(yasgui.getTab(id)) === text);
  if (!same) return yasgui.addTab(active, { name: yasgui.createTabName(name), yasqe: { value: text } });
  if (active) yasgui.selectTabId(same);
  return yasgui.getTab(same);
}

function textOf(tab) {
  return tab.getYasqe()?.getValue() ?? tab.getPersistedJson().yasqe.value;
}

yasgui.on("query", (_, tab) => {
  tab.asked = tab.getQuery();
  showRunning(tab, true);
});
yasgui.on("queryAbort", (_, tab) => showRunning(tab, false));
yasgui.on("queryResponse", (_, tab) => {
  showRunning(tab, false);
  tab.getYasr().once("drawn", (yasr) => {
    offerDownloads(tab);
    yasr.headerEl.scrollIntoView({ block: "nearest" });
    if (!yasr.results.hasError()) said(yasr.headerEl.querySelector(".yasr_response_chip").textContent);
  });
});
yasgui.on("autocompletionShown", (_, tab, { hints }) => hints.setAttribute("aria-label", "Names that fit"));
yasgui.on("tabClose", () => {
  // The tab is still on the list of what is drawn when this is told.
  queueMicrotask(() => yasgui.persistentConfig.getTabs().length || yasgui.addTab(true));
});

const kept = keptTabs();
kept.tabs.forEach(({ name, query }, number) => open(name, query, { active: number === kept.active }));
const linked = linkedTab(settings);
if (linked) open(linked.name, linked.query);
if (!yasgui.getTab()) yasgui.addTab(true);
window.addEventListener("hashchange", () => {
  const found = linkedTab(settings);
  if (found) open(found.name, found.query);
});

mendTabs(yasgui);
keepTabs(yasgui, textOf);
listQueries(settings.queries, open);
document.documentElement.dataset.ready = "";
