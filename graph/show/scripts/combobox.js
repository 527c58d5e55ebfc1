// A field with suggestions: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/, a list that the field opens.

const REST = 120; // milliseconds without a key after which something is suggested

/**
 * `offer(typed)` resolves with the things to suggest, best first; `option(thing)` gives the content of an option, and
 * `take(thing)` is called with the one that the reader takes. `status` is a live region, where there is one.
 */
class Combobox {
  constructor(field, list, { offer, option, take, status = null }) {
    Object.assign(this, { field, list, offer, option, take, status, things: [], at: -1, timer: 0, turn: 0 });
    field.addEventListener("input", () => this.soon());
    field.addEventListener("keydown", (event) => this.onKey(event));
    field.addEventListener("blur", () => this.close());
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose([...list.children].indexOf(option));
    });
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.suggest(), REST);
  }

  /** Suggest for what stands in the field now, unless more is typed in the meantime. */
  async suggest() {
    const typed = this.field.value.trim();
    if (!typed) return this.close();
    const turn = (this.turn += 1);
    const things = await this.offer(typed);
    if (turn !== this.turn || document.activeElement !== this.field) return undefined;
    if (this.status) this.status.textContent = things.length ? `${things.length} ${things.length === 1 ? "suggestion" : "suggestions"}` : "No suggestions";
    return this.show(things);
  }

  show(things) {
    [this.things, this.at] = [things, -1];
    this.list.replaceChildren(...things.map((thing, number) => el("li", { role: "option", id: `${this.list.id}-${number}`, "aria-selected": "false" }, this.option(thing))));
    this.list.hidden = !things.length;
    this.field.setAttribute("aria-expanded", String(!this.list.hidden));
    this.field.removeAttribute("aria-activedescendant");
  }

  close() {
    clearTimeout(this.timer);
    this.turn += 1;
    this.show([]);
  }

  onKey(event) {
    const many = this.things.length;
    const steps = { ArrowDown: this.at + 1, ArrowUp: this.at - 1 };
    if (event.key === "ArrowDown" && !many) this.suggest();
    else if (event.key in steps && many) this.stand((steps[event.key] + many + 1) % (many + 1));
    else if (event.key === "Enter" && this.at >= 0) this.choose(this.at);
    else if (event.key === "Escape" && many) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** On one of them, or, past the last, on none: then the field itself is meant. */
  stand(number) {
    this.at = number < this.things.length ? number : -1;
    for (const [other, option] of [...this.list.children].entries()) option.setAttribute("aria-selected", String(other === this.at));
    if (this.at < 0) return this.field.removeAttribute("aria-activedescendant");
    this.list.children[this.at].scrollIntoView({ block: "nearest" });
    return this.field.setAttribute("aria-activedescendant", this.list.children[this.at].id);
  }

  choose(number) {
    const thing = this.things[number];
    this.close();
    this.take(thing);
  }
}
