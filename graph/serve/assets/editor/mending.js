// What YASGUI leaves out for those who use a keyboard or a screen reader, added to what it has drawn.

/** Tabs by keyboard: arrows, Home and End choose, F2 renames, Delete closes, and no key of a name being typed does. */
export function mendTabs(yasgui) {
  const { tabElements } = yasgui;
  const list = tabElements._tabsListEl;
  list.setAttribute("aria-label", "Queries");
  // The button that adds a tab is not a tab, so it stands beside the list; its place in the list marks the end.
  const add = list.querySelector(".addTab");
  const bar = Object.assign(document.createElement("div"), { className: "tabsBar" });
  list.before(bar);
  bar.append(list, add);

  list.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the list's own listeners count the button as a tab, and close one whose name is edited
    if (event.target.matches("input")) return;
    const ids = yasgui.persistentConfig.getTabs();
    const at = ids.indexOf(yasgui.persistentConfig.currentId());
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: ids.length - 1 }[event.key];
    if (to !== undefined) yasgui.selectTabId(ids[(to + ids.length) % ids.length]);
    else if (event.key === "Delete") yasgui.getTab().close();
    else if (event.key === "F2") tabElements.get(ids[at]).startRename();
    else return;
    event.preventDefault();
    if (event.key !== "F2") queueMicrotask(() => list.querySelector('[role="tab"][aria-selected="true"]')?.focus());
  }, true);
}

/** Names for what has none, once a tab is drawn; a part that scrolls can be reached and scrolled by keyboard. */
export function mendPanel(tab) {
  const editor = tab.getYasqe();
  editor.getInputField().setAttribute("aria-label", "SPARQL query");
  const { resultsEl, headerEl } = tab.getYasr();
  resultsEl.tabIndex = 0;
  resultsEl.setAttribute("role", "region");
  resultsEl.setAttribute("aria-label", "Answer");
  for (const button of headerEl.querySelectorAll(".yasr_btnGroup button")) {
    button.removeAttribute("aria-label"); // its text is its name
  }
}
