// Elements made from data: every text goes in as text, never as markup.

const byId = (id) => document.getElementById(id);

/** el("p", {class: "note"}, "text", otherElement): null children are left out, the others appended in order. */
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat().filter((child) => child !== null));
  return made;
}

/** A number as people write it. */
const counted = (number) => number.toLocaleString("en-GB");
