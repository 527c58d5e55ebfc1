// What a reader should not take for certain about a pledge, in plain words.

/** Whole sentences, the weightiest first; empty where there is nothing to say. */
function uncertainties(number) {
  const node = nodes[number];
  const said = words.page.uncertain;
  const reported = outgoing[number].filter((edge) => edge.relation === "evidencedBy");
  const owned = outgoing[number].filter((edge) => edge.relation === "ownedBy");
  const links = [...reported, ...owned];
  const fair = least[0].from;
  const weak = links.filter((edge) => edge.confidence < fair).length;
  const unreviewed = links.filter((edge) => edge.review === "unreviewed").length;
  return [
    said.statuses[node.status],
    blanketOnly(links) ? said.blanket : null,
    node.sure < fair && node.status !== "NotAssessed" ? said.status : null,
    weak ? filled(weak === 1 ? said.weak.one : said.weak.many, { count: weak }) : null,
    reported.length && reported.every((edge) => nodes[edge.to].attestation !== "ThirdParty") ? said.ownWord : null,
    ...undivided(owned).map((names) => filled(said.undivided, { names })),
    node.strength && node.strength !== "Firm" ? said.strengths[node.strength] : null,
    unreviewed ? (unreviewed === links.length ? said.unreviewed : filled(said.partlyReviewed, { count: unreviewed, of: links.length })) : null,
  ].filter(Boolean);
}

/** Owners that one sentence names together, so that nobody knows which of them has the pledge. */
function undivided(owned) {
  const bySentence = new Map();
  for (const { to, said = [] } of owned) {
    for (const each of said) {
      const sentence = JSON.stringify(each);
      bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), nodes[to].text]);
    }
  }
  const together = [...bySentence.values()].filter((names) => new Set(names).size > 1).map((names) => either([...new Set(names)], "and"));
  return [...new Set(together)];
}

const filled = (sentence, values) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), sentence);
