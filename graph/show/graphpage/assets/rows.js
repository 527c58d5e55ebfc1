// The rows that are shown, as a file for a spreadsheet: RFC 4180, with a byte order mark, which Excel wants.

const COLUMNS = {
  Strategy: (number) => strategy(nodes[number]).title,
  Theme: (number) => from(number, "theme").map(({ to }) => nodes[to].text),
  Pledge: (number) => nodes[number].text,
  Status: (number) => words.statuses[nodes[number].status].word,
  "Own word for the status": (number) => nodes[number].stated,
  "As of": (number) => nodes[number].as_of,
  "Owned now by": (number) => from(number, "ownedBy").map(({ to }) => nodes[to].text),
  "Part of": (number) => [...new Set(from(number, "ownedBy").flatMap(({ to }) => wholes(to).slice(1)))].map((whole) => nodes[whole].text),
  "What was reported": (number) => from(number, "evidencedBy").map(({ to }) => nodes[to].text),
  Where: (number) => from(number, "evidencedBy").map(({ to }) => placeOf(nodes[to])),
  "What is uncertain": (number) => uncertainties(number),
  "Promised in": (number) => placeOf(nodes[number]),
  Address: (number) => nodes[number].id,
};

const STEERING = /(?![\u200c\u200d\u00ad])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text on one line that no spreadsheet runs as a formula (OWASP, CSV injection); as graph/show/tables.py does it. */
function inert(text) {
  const line = text.split(/\s+/u).filter(Boolean).join(" ").replace(STEERING, "\ufffd");
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}

function csvCell(value) {
  const text = inert([value ?? ""].flat().join("; "));
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(rows) {
  const lines = [Object.keys(COLUMNS), ...rows.map((number) => Object.values(COLUMNS).map((column) => column(number)))];
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** Hand a file to the reader. */
function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const anchor = el("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A file name of the title: letters and figures alone. */
const fileName = (ending) => `${fold(data.title).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "pledges"}.${ending}`;

byId("save-rows").addEventListener("click", () => {
  save(new Blob([csv(tabled)], { type: "text/csv" }), fileName("csv"));
  announce(`Saved ${count(tabled.length, "row", "rows")}.`);
});
