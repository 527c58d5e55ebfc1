// Search: the index that the site has too, made when it is first wanted, and what a search fits.

let ready = null; // a promise of the index

const ownersOf = (number) => outgoing[number].filter((edge) => edge.relation === "ownedBy").map((edge) => nodes[edge.to].text);

/** What a thing is found by: its words, for a pledge its owners, and the theme that it stands under. */
const FOUND_BY = {
  at: (number) => number,
  text: (number) => nodes[number].text,
  beside: (number) => ownersOf(number).join("; "),
  under: (number) => (nodes[number].group !== "Theme" && nodes[number].band !== undefined ? nodes[nodes[number].band].text : ""),
};
const finder = new Finder((number, field) => FOUND_BY[field](number));

/** Resolves with the index. It is made piece by piece, so that typing goes on meanwhile. */
function searchIndex() {
  return (ready ??= takenIn());
}

async function takenIn() {
  let until = performance.now() + SLICE;
  for (let number = 0; number < nodes.length; number += 1) {
    finder.add(number);
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + SLICE;
  }
  return finder;
}

/** The best things for what has been typed, best first, each with the words that it is found by. */
async function suggestions(typed, most) {
  return (await searchIndex()).find(typed).results.slice(0, most);
}

/** What a search fits: the numbers of all that has its words and of the pledges that lead there; and whether it has all of them. */
async function fit(query) {
  const { whole, results } = (await searchIndex()).find(query);
  return { whole, found: upstream(results.map(({ at }) => at)) };
}
