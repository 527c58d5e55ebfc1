// The table of pledges: rows that stand in the page are shown or not; where there are too many, rows are made, so many at a time.

const body = byId("pledges");
const stood = [...body.querySelectorAll("[data-row]")];
const allStand = stood.length === pledges.length;
const ROWS = 100;
const moreRows = byId("more-rows");
let tabled = []; // the pledges of the table, in order

function showTable() {
  const passed = new Set(scene.passed);
  tabled = byHeight.filter((number) => passed.has(number) && (scene.visible.has(number) || !state.classes.has("Commitment")));
  const wantedRows = new Set(tabled);
  if (allStand) for (const row of stood) row.hidden = !wantedRows.has(numbers.get(row.dataset.row));
  else {
    body.replaceChildren();
    addRows();
  }
  byId("rows").textContent = tabled.length === pledges.length ? `All ${count(pledges.length, "pledge", "pledges")}.` : `${tabled.length.toLocaleString("en-GB")} of ${count(pledges.length, "pledge", "pledges")}, as shown above.`;
}

function addRows() {
  body.append(...tabled.slice(body.children.length, body.children.length + ROWS).map(makeRow));
  const left = tabled.length - body.children.length;
  moreRows.hidden = left <= 0;
  moreRows.textContent = `Show ${Math.min(ROWS, left)} more (${left.toLocaleString("en-GB")} left)`;
}

const cell = (title, ...children) => el("td", { role: "cell", "data-head": title }, ...children);

function makeRow(number) {
  const node = nodes[number];
  const beside = [["By when", node.timescale], ["Measure", node.measure]].filter(([, said]) => said).map(([name, said]) => el("span", { class: "notes beside" }, `${name}: `, verbatim(said)));
  const owners = from(number, "ownedBy").map(({ to }) => el("div", {}, verbatim(nodes[to].text), chain(to)));
  const quotes = from(number, "evidencedBy").map(({ to }) => el("blockquote", { class: "verbatim" }, nodes[to].text, el("cite", {}, placeOf(nodes[to]))));
  return el("tr", { role: "row", "data-row": node.id },
    el("th", { role: "rowheader", scope: "row", "data-head": "Pledge" }, el("a", { class: "verbatim", href: link(number) }, node.text), el("cite", {}, placeOf(node)), beside),
    cell("Theme", ...from(number, "theme").map(({ to }) => verbatim(nodes[to].text))),
    cell("Status", statusMark(node.status), ownWord(node.stated)),
    cell("Owned now by", owners.length ? owners : el("span", { class: "none" }, words.page.unowned)),
    cell("What was reported", quotes.length ? quotes : el("span", { class: "none" }, "No statement answers it")));
}

moreRows.addEventListener("click", () => {
  const first = body.children.length;
  addRows();
  body.children[first]?.querySelector("a").focus();
});
