// Suggestions below the field: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/, a list that the field opens.

const SUGGESTIONS = 6;
const REST = 150; // milliseconds without a key after which words are suggested

/** Words that go on from what was typed; `choose` is called with those that the reader takes. */
class Suggestions {
  constructor(field, list, choose) {
    Object.assign(this, { field, list, choose, at: -1, timer: 0, turn: 0 });
    field.addEventListener("input", () => this.soon());
    field.addEventListener("keydown", (event) => this.onKey(event));
    field.addEventListener("blur", () => this.close());
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    list.addEventListener("click", (event) => this.take(event.target.closest("[role=option]")));
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.offer(), REST);
  }

  async offer() {
    const typed = this.field.value;
    if (!wordsOf(typed).length) return this.close();
    const turn = (this.turn += 1);
    await prepared(() => {}).catch(() => {});
    if (turn !== this.turn || document.activeElement !== this.field) return undefined; // it was closed, or more was typed
    const last = wordsOf(typed).length - 1;
    const offered = finder.autoSuggest(typed, { prefix: (_, number) => number === last, combineWith: "AND" });
    const texts = offered.map((one) => one.suggestion).filter((text) => text !== wordsOf(typed).map(folded).join(" "));
    return this.open(texts.slice(0, SUGGESTIONS));
  }

  open(texts) {
    this.at = -1;
    this.list.replaceChildren(...texts.map((text, number) => el("li", { role: "option", id: `suggestion-${number}`, "aria-selected": "false" }, el("bdi", {}, text))));
    this.list.hidden = !texts.length;
    this.field.setAttribute("aria-expanded", String(!this.list.hidden));
    this.field.removeAttribute("aria-activedescendant");
  }

  close() {
    clearTimeout(this.timer);
    this.turn += 1;
    this.open([]);
  }

  onKey(event) {
    const count = this.list.children.length;
    const steps = { ArrowDown: this.at + 1, ArrowUp: this.at - 1 };
    if (event.key in steps && count) this.stand((steps[event.key] + count + 1) % (count + 1));
    else if (event.key === "Enter" && this.at >= 0) this.take(this.list.children[this.at]);
    else if (event.key === "Escape" && count) this.close();
    else return;
    event.preventDefault();
  }

  /** One of them, or, past the last, none. */
  stand(number) {
    this.at = number < this.list.children.length ? number : -1;
    for (const [other, option] of [...this.list.children].entries()) option.setAttribute("aria-selected", String(other === this.at));
    if (this.at < 0) this.field.removeAttribute("aria-activedescendant");
    else this.field.setAttribute("aria-activedescendant", `suggestion-${this.at}`);
  }

  take(option) {
    if (!option) return;
    this.field.value = option.textContent;
    this.close();
    this.choose();
  }
}
