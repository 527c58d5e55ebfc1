// What stands above each query: run it, stop it, link to it. And what is said to those who do not see the page.
import { linkTo } from "./tabs.js";

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** The controls of the tab that `current` gives when they are used. */
export function toolbar(current) {
  const run = element("button", { type: "button", className: "run", title: "Ctrl+Enter" }, "Run");
  const link = element("button", { type: "button", className: "link" }, "Link to this query");
  const shown = element("input", { type: "text", readOnly: true, hidden: true, ariaLabel: "Link to this query" });
  run.addEventListener("click", () => {
    if (run.dataset.running !== undefined) return current().getYasqe().abortQuery();
    return current().query().catch(() => {}); // what went wrong is shown with the answer
  });
  link.addEventListener("click", async () => {
    shown.value = linkTo(current().getName(), current().getQuery());
    shown.hidden = false;
    shown.focus();
    shown.select();
    try {
      await navigator.clipboard.writeText(shown.value);
      said("The link is copied.");
    } catch {
      said("The link is selected, to be copied.");
    }
  });
  const bar = element("div", { className: "toolbar" }, run, link, shown);
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "This query");
  return bar;
}

/** While a query runs, its button stops it. */
export function showRunning(tab, running) {
  const run = document.getElementById(tab.getId())?.querySelector(".run");
  if (!run) return;
  run.textContent = running ? "Stop" : "Run";
  run.toggleAttribute("data-running", running);
  if (running) said("The query runs.");
}

/** Have a screen reader say a sentence. */
export function said(sentence) {
  document.getElementById("said").textContent = sentence;
}
