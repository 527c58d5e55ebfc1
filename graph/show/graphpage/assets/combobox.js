// The search field: suggestions are things of the graph, and one that is taken is chosen. Field and filter always agree.

const field = byId("search");
const MOST_HINTS = 8;

const box = new Combobox(field, byId("hints"), {
  status: byId("hinted"),
  offer: (typed) => suggestions(typed, MOST_HINTS),
  option: ({ at, terms }) => [markOf(at), el("span", { class: "name" }, el("bdi", { class: "verbatim" }, marked(nodes[at].text, terms)), el("span", { class: "notes" }, ` ${words.classes[nodes[at].group].one}`))],
  take: ({ at }) => {
    field.value = state.query;
    choose(at, { toRead: true });
  },
});

field.addEventListener("focus", () => searchIndex(), { once: true });
byId("searching").addEventListener("submit", (event) => {
  event.preventDefault();
  box.close();
  search(field.value.trim());
});
