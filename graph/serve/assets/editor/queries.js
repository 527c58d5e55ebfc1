// The list of the named queries, which stands in the page: searching it, and opening a query as a tab.

/** `queries` as in the settings; `open` makes a tab of a name and a text, and gives it. */
export function listQueries(queries, open) {
  const items = [...document.querySelectorAll("#named-queries > li")];
  const search = document.getElementById("find-query");
  if (matchMedia("(max-width: 62rem)").matches) document.querySelector(".named").open = false; // the editor comes first
  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const item of items) item.hidden = !words.every((word) => item.dataset.words.toLowerCase().includes(word));
    const found = items.filter((item) => !item.hidden).length;
    document.getElementById("no-queries").hidden = found > 0;
    document.getElementById("queries-found").textContent = `${found} of ${items.length} queries`;
  });
  for (const item of items) {
    const { title, text } = queries.find((query) => query.name === item.dataset.query);
    item.querySelector("button").addEventListener("click", () => {
      const editor = open(title, text).getYasqe();
      selectParameter(editor);
      editor.focus();
      editor.rootEl.scrollIntoView({ block: "nearest" });
    });
  }
}

/** Select what stands between the braces of the first VALUES ?name { ... }, to be typed over. */
function selectParameter(editor) {
  const found = /^([^#\n]*VALUES \?\w+ \{ ?)([^{}\n]*?) ?\}/m.exec(editor.getValue());
  if (!found) return;
  const start = found.index + found[1].length;
  const document = editor.getDoc();
  document.setSelection(document.posFromIndex(start), document.posFromIndex(start + found[2].length));
}
