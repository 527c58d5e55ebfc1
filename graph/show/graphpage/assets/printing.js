// On paper: what is in the window on the graph, in the colours for light, and no more rows than anybody reads.

const PRINTED_ROWS = 200;
const paper = el("figure", { class: "paper", "aria-hidden": "true" }); // the list, the table and the panel hold the same
const unprinted = el("p", { class: "paper" });

/** The colours that the style sheet has for light, whatever is in use on the screen. */
function paperColours() {
  const declared = [...document.styleSheets].filter((sheet) => sheet.ownerNode?.tagName === "STYLE").flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.selectorText === ":root").map((rule) => rule.style);
  return (name) => declared.findLast((style) => style.getPropertyValue(name))?.getPropertyValue(name).trim() ?? colour(name);
}

function printPicture() {
  mix(paperColours());
  const sight = sightOf();
  const drawn = new SvgDrawing();
  drawSight(drawn, sight, scale);
  mix();
  const { left, top, right, bottom } = sight;
  const picture = new DOMParser().parseFromString(drawn.document(left, top, right - left, bottom - top, data.title), "image/svg+xml").documentElement;
  paper.replaceChildren(document.adoptNode(picture), el("figcaption", {}, `${byId("shown").textContent} The picture is what was in the window.`));
}

function printRows() {
  const long = tabled.length > PRINTED_ROWS;
  if (!long && !allStand) while (body.children.length < tabled.length) addRows();
  body.closest(".tabled").classList.toggle("unprinted", long);
  unprinted.textContent = long ? words.page.unprinted.replace("{count}", tabled.length.toLocaleString("en-GB")).replace("{most}", PRINTED_ROWS) : "";
}

byId("everything").after(unprinted);
document.querySelector(".tabled").before(paper);
addEventListener("beforeprint", () => {
  printPicture();
  printRows();
});
