// Tabs that stay from one visit to the next, and queries that come with a link. Neither ever runs by itself.

const KEY = "strategy-links.editor.1"; // another number where the shape below changes
const MOST_TABS = 40;
const MOST_CHARACTERS = 200_000; // of all queries together; browsers keep about 5 MB for a site

/** What an earlier visit left, as {tabs: [{name, query}], active: number}; whatever is not of this shape is left out. */
export function keptTabs() {
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(KEY));
  } catch {
    // Storage is off, or holds something else: start anew.
  }
  const tabs = (Array.isArray(kept?.tabs) ? kept.tabs : []).filter(isTab).slice(0, MOST_TABS);
  return { tabs, active: tabs[kept?.active] ? kept.active : 0 };
}

function isTab(tab) {
  return typeof tab?.name === "string" && typeof tab?.query === "string";
}

/** Keep the tabs from now on, at each change and when the page is left. */
export function keepTabs(yasgui, textOf) {
  const keep = () => {
    const ids = yasgui.persistentConfig.getTabs();
    const tabs = ids.map((id) => ({ name: yasgui.getTab(id).getName(), query: textOf(yasgui.getTab(id)) }));
    const active = ids.indexOf(yasgui.persistentConfig.currentId());
    while (tabs.length > MOST_TABS || tabs.reduce((sum, tab) => sum + tab.query.length, 0) > MOST_CHARACTERS) tabs.shift();
    try {
      localStorage.setItem(KEY, JSON.stringify({ tabs, active: Math.max(0, active) }));
    } catch {
      // Storage is off or full: the tabs last as long as the page.
    }
  };
  for (const event of ["tabChange", "tabSelect", "tabClose", "tabAdd", "tabOrderChanged"]) {
    yasgui.on(event, () => queueMicrotask(keep));
  }
  window.addEventListener("pagehide", keep);
}

/** The address that opens a query, by #query= and #title=. What stands after # is never sent to a server. */
export function linkTo(name, query) {
  return `${location.origin}${location.pathname}#${new URLSearchParams({ query, title: name })}`;
}

/** The query that the address holds, or that it names by #named=; null where there is none. It is taken out of the address. */
export function linkedTab({ queries, prefixes }) {
  const asked = new URLSearchParams(location.hash.slice(1));
  const named = queries.find(({ name, text }) => name === asked.get("named") || text === asked.get("query"));
  const query = named ? named.text : declared(asked.get("query") ?? "", prefixes);
  if (!query) return null;
  history.replaceState(null, "", location.pathname + location.search);
  return { name: named ? named.title : asked.get("title") || "Query from a link", query };
}

/** The query with the prefixes declared that it uses and does not declare: the editor would mark them as wrong. */
function declared(query, prefixes) {
  const missing = Object.entries(prefixes).filter(
    ([prefix]) => new RegExp(`(^|[^\\w.-])${prefix}:`).test(query) && !new RegExp(`prefix\\s+${prefix}:`, "i").test(query),
  );
  return missing.map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>\n`).join("") + query;
}
