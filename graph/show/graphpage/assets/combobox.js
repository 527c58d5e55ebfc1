// The search field: suggestions as one types (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/, list autocomplete).

const field = byId("search");
const hints = byId("hints");
const MOST_HINTS = 8;
let standing = -1; // the suggestion the arrow keys stand on

function closeHints() {
  hints.hidden = true;
  hints.replaceChildren();
  standing = -1;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

async function openHints() {
  const typed = field.value.trim();
  const found = typed ? await suggestions(typed, MOST_HINTS) : [];
  if (field.value.trim() !== typed || document.activeElement !== field) return;
  closeHints();
  if (!typed) return;
  byId("hinted").textContent = found.length ? count(found.length, "suggestion", "suggestions") : "No suggestions";
  if (!found.length) return;
  hints.append(...found.map(makeHint));
  hints.hidden = false;
  field.setAttribute("aria-expanded", "true");
}

function makeHint(number, at) {
  const option = el("div", { role: "option", id: `hint-${at}`, "aria-selected": "false" }, markOf(number), el("span", { class: "name" }, verbatim(nodes[number].text), el("span", { class: "notes" }, ` ${words.classes[nodes[number].group].one}`)));
  option.dataset.number = number;
  return option;
}

function standOn(at) {
  const options = [...hints.children];
  standing = at < -1 ? options.length - 1 : at >= options.length ? -1 : at;
  options.forEach((option, number) => option.setAttribute("aria-selected", String(number === standing)));
  if (standing < 0) return field.removeAttribute("aria-activedescendant");
  options[standing].scrollIntoView({ block: "nearest" });
  return field.setAttribute("aria-activedescendant", options[standing].id);
}

function take(option) {
  closeHints();
  field.value = "";
  choose(Number(option.dataset.number), true);
}

field.addEventListener("input", () => {
  openHints();
  if (!field.value && state.query) search("");
});
field.addEventListener("focus", () => searchIndex());
field.addEventListener("keydown", (event) => {
  const open = !hints.hidden;
  if (event.key === "ArrowDown" && !open) openHints();
  else if (event.key === "ArrowDown") standOn(standing + 1);
  else if (event.key === "ArrowUp" && open) standOn(standing - 1);
  else if (event.key === "Enter" && standing >= 0) take(hints.children[standing]);
  else if (event.key === "Escape" && open) closeHints();
  else return;
  event.preventDefault();
  event.stopPropagation();
});
field.addEventListener("blur", () => setTimeout(closeHints, 0));
hints.addEventListener("pointerdown", (event) => event.preventDefault());
hints.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) take(option);
});
byId("searching").addEventListener("submit", (event) => {
  event.preventDefault();
  closeHints();
  search(field.value.trim());
});
