// Finding things by words that need not be their own: other forms of them, everyday synonyms, slips of the pen.
// LANGUAGE has the words that say nothing by themselves, and the synonyms as groups of stems; stemOf makes a stem.

const SLICE = 12; // milliseconds that an index takes things in without a pause, so that the page goes on meanwhile
const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));
const LONGEST = 40; // characters of a word that count: no word that is looked for has more
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const SHORTEST_SLIP = 5; // letters: shorter words look like too many others
const COUNTS = { word: 1, form: 0.9, synonym: 0.6 }; // how much a word, another form of it, and a synonym count
const FIELDS = { text: 3, beside: 2, under: 1 }; // its words, what stands beside it, and what it stands under

/** A word as it is compared: in lower case and without accents. */
function folded(word) {
  const plain = /^[\x20-\x7e]*$/.test(word) ? word : word.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.slice(0, LONGEST).toLowerCase();
}

const wordsOf = (text) => text.match(WORD) ?? [];

const COMMON = new Set(LANGUAGE.common);
const SYNONYMS = new Map(); // stem -> the stems that mean nearly the same
for (const group of LANGUAGE.groups) for (const one of group) SYNONYMS.set(one, [...(SYNONYMS.get(one) ?? []), ...group]);

/** The words of a question that say something; where none does, all of them. */
function askedFor(question) {
  const asked = [...new Set(wordsOf(question).map(folded))];
  const telling = asked.filter((word) => !COMMON.has(word));
  return telling.length ? telling : asked;
}

/** An index of things: `{at, text, beside, under}`, where `at` is their number; `extract` reads a field of one. */
class Finder {
  constructor(extract = (thing, field) => thing[field]) {
    this.forms = new Map(); // stem -> the words of the index that have it
    this.known = new Set();
    this.index = new MiniSearch({ idField: "at", fields: Object.keys(FIELDS), extractField: extract, tokenize: wordsOf, processTerm: (word) => this.noted(folded(word)), searchOptions: { boost: FIELDS, processTerm: folded } });
  }

  noted(word) {
    if (this.known.has(word)) return word;
    this.known.add(word);
    const stem = stemOf(word);
    if (this.forms.has(stem)) this.forms.get(stem).push(word);
    else this.forms.set(stem, [word]);
    return word;
  }

  add(thing) {
    this.index.add(thing);
  }

  clear() {
    this.index.removeAll();
    this.forms.clear();
    this.known.clear();
  }

  /**
   * What answers a question, the best first: `{whole, results: [{at, score, terms}]}`, `terms` being the words it has.
   * `whole` says whether the results have all words of the question; else they have the most that any thing has.
   */
  find(question) {
    const met = new Map();
    const asked = askedFor(question);
    for (const word of asked) {
      for (const { id, score, terms } of this.answers(word)) {
        const one = met.get(id);
        if (!one) met.set(id, { at: id, score, terms: new Set(terms), words: 1 });
        else {
          one.score += score;
          one.words += 1;
          for (const term of terms) one.terms.add(term);
        }
      }
    }
    const all = [...met.values()];
    const most = all.reduce((best, { words: number }) => Math.max(best, number), 0);
    const results = all.filter(({ words: number }) => number === most).sort((a, b) => b.score - a.score || a.at - b.at);
    return { whole: most === asked.length, results };
  }

  /** What has a word, its beginning, another form of it or a synonym; where nothing has, a word nearly the same, or begun like it. */
  answers(word) {
    const stem = stemOf(word);
    const alike = (SYNONYMS.get(stem) ?? []).flatMap((one) => this.forms.get(one) ?? []);
    const counts = new Map(alike.map((one) => [one, COUNTS.synonym]));
    for (const one of this.forms.get(stem) ?? []) counts.set(one, COUNTS.form);
    counts.set(word, COUNTS.word);
    const found = this.index.search({ combineWith: "OR", queries: [...counts.keys()] }, { prefix: (term) => term === word && term.length > 1, boostTerm: (term) => counts.get(term) });
    if (found.length || word.length < SHORTEST_SLIP) return found;
    const near = this.index.search(word, { fuzzy: 0.2 });
    return near.length ? near : this.index.search(word.slice(0, Math.max(SHORTEST_SLIP, Math.ceil(word.length * 0.6))), { prefix: true });
  }
}
