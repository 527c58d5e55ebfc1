// Elements that this page makes, beside those of the shared scripts.

const workspace = document.querySelector(".workspace");

/** A button that does one thing. */
function button(text, act, attributes = {}) {
  const made = el("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

/** A text of a document: kept apart from its surroundings, whichever direction it runs in. */
const verbatim = (text, tag = "bdi") => el(tag, { class: "verbatim" }, text);

function shape(kind) {
  const space = "http://www.w3.org/2000/svg";
  const made = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  made.setAttribute("class", "shape");
  made.setAttribute("aria-hidden", "true");
  made.dataset.kind = kind;
  use.setAttribute("href", `#shape-${kind}`);
  made.append(use);
  return made;
}

function statusMark(value) {
  const look = words.statuses[value];
  return el("span", { class: "status", "data-status": value }, el("span", { "aria-hidden": "true" }, look.symbol), ` ${look.word}`);
}

/** The document's own word for a status, or nothing. */
const ownWord = (word) => (word ? el("span", { class: "notes" }, " (“", verbatim(word), "”)") : null);

const link = (number) => `#${encodeURIComponent(nodes[number].id)}`;
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Say something to who cannot see it happen. */
function announce(text) {
  byId("said").textContent = text;
}
