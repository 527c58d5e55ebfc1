// Completion of prefixes and names, from what the ontology says: YASQE's own completers would ask other sites.

const CLASS_FOLLOWS = new Set(["a", "rdf:type", "rdfs:domain", "rdfs:range", "rdfs:subClassOf"]);
const MOST = 100; // names offered at once

/** Take the place of all completers but that of variables. `settings` holds prefixes and terms. */
export function completeNames(Yasqe, { prefixes, terms }) {
  const declarations = Object.entries(prefixes).map(([prefix, namespace]) => `${prefix}: <${namespace}>`);
  Yasqe.forkAutocompleter("prefixes", { name: "own-prefixes", get: declarations, persistenceId: null }, false);
  Yasqe.registerAutocompleter(completer(prefixes, terms), false);
  Yasqe.defaults.autocompleters.splice(0, Infinity, "variables", "own-prefixes", "names");
  for (const asksElsewhere of ["prefixes", "property", "class"]) delete Yasqe.Autocompleters[asksElsewhere];
}

function completer(prefixes, terms) {
  const byName = new Map(terms.map((term) => [term.name, term]));
  return {
    name: "names",
    bulk: false,
    autoShow: false,
    isValidCompletionPosition: (editor) => {
      const token = editor.getCompleteToken();
      const type = editor.getTokenAt(editor.getDoc().getCursor()).type;
      return !/^[?$"'#]/.test(token.string) && !["comment", "string", "variable-3"].includes(type) && !declares(editor, token);
    },
    // Between two words nothing is typed yet, and nothing is to be replaced.
    preProcessToken: (editor, token) => {
      if (token.string.trim()) return token;
      const { ch } = editor.getDoc().getCursor();
      return { ...token, string: "", from: { ch }, to: { ch } };
    },
    get: (editor, token) => fitting(terms, token.string, kindAt(editor, token)).map((term) => term.name),
    postprocessHints: (editor, hints) => hints.map((hint) => explained(editor, hint, byName.get(hint.text), prefixes)),
  };
}

function declares(editor, token) {
  const { line } = editor.getDoc().getCursor();
  return /^\s*(PREFIX|BASE)\b/i.test(editor.getDoc().getLine(line).slice(0, token.end));
}

/** Which kind of name stands here: class, property, or undefined where it may be any. */
function kindAt(editor, token) {
  const { line } = editor.getDoc().getCursor();
  const before = editor.getPreviousNonWsToken(line, token);
  if (CLASS_FOLLOWS.has(before?.string)) return "class";
  return token.state.possibleCurrent?.includes("a") ? "property" : undefined;
}

/** Terms whose name starts with what is typed, then those whose name or label holds it. */
function fitting(terms, typed, kind) {
  const wanted = typed.toLowerCase().replace(/^</, "");
  const local = wanted.includes("/") ? wanted : wanted.replace(/^.*:/, "");
  const prefix = wanted.includes(":") && !wanted.includes("/") ? wanted.slice(0, wanted.indexOf(":") + 1) : "";
  const rank = ({ name, iri, label, kind: its }) => {
    if (kind && its !== kind) return Infinity;
    const lower = name.toLowerCase();
    if (lower.startsWith(wanted) || (wanted.includes("/") && iri.toLowerCase().startsWith(wanted))) return 0;
    if (!lower.startsWith(prefix)) return Infinity;
    const own = lower.slice(lower.indexOf(":") + 1);
    if (own.startsWith(local)) return 1;
    return own.includes(local) || label.toLowerCase().includes(local) ? 2 : Infinity;
  };
  const ranked = terms.map((term) => [rank(term), term]).filter(([place]) => place < Infinity);
  const own = ({ name }) => (name.startsWith("sl:") ? 0 : 1); // before those of other standards
  return ranked.sort(([one, left], [other, right]) => one - other || own(left) - own(right)).map(([, term]) => term).slice(0, MOST);
}

/** A name with its label and definition beside it. Taken, it brings the declaration of its prefix with it. */
function explained(editor, hint, term, prefixes) {
  const render = (place) => {
    for (const [role, text] of [["name", term.name], ["label", term.label], ["definition", term.definition]]) {
      place.append(Object.assign(document.createElement("span"), { className: role, textContent: text }), " ");
    }
  };
  const take = (codemirror, data) => {
    codemirror.replaceRange(hint.text, hint.from ?? data.from, hint.to ?? data.to, "complete");
    const prefix = term.name.slice(0, term.name.indexOf(":"));
    if (!(prefix in editor.getPrefixesFromQuery())) editor.addPrefixes({ [prefix]: prefixes[prefix] });
  };
  return { ...hint, render, hint: take };
}
