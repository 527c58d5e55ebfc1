// Writes the licences of a package and of all that is bundled into its scripts: node notices.mjs PACKAGE NODE_MODULES
// What is bundled is read from the source map, which names every file that went in.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [folder, modules] = process.argv.slice(2);
const RULE = "-".repeat(100);
// https://spdx.org/licenses/MIT.html, for packages that declare the licence and ship no text of it.
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

function described(path) {
  return JSON.parse(readFileSync(join(path, "package.json"), "utf-8"));
}

function named(person) {
  return typeof person === "string" ? person : person?.name;
}

/** The text of a licence as the package ships it, or what its description declares. */
function licence(path, { license, author, contributors = [], homepage }) {
  const files = readdirSync(path).filter((name) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(name));
  if (files.length) return files.map((name) => readFileSync(join(path, name), "utf-8").trim()).join("\n\n");
  const people = [author, ...contributors].map(named).filter(Boolean).join(", ") || "its authors";
  if (license !== "MIT") throw new Error(`${path}: ${license}, and no text of it`);
  return `The package ships no text; it declares: MIT, ${homepage ?? ""}\nCopyright (c) ${people}\n\n${MIT}`;
}

function bundled(map) {
  const found = map.sources.map((source) => source.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
  return [...new Set(found.filter(Boolean))].sort();
}

const own = described(folder);
const map = JSON.parse(readFileSync(join(folder, "build", "yasgui.min.js.map"), "utf-8"));
// The styles have no map; those of the table come from this package.
const names = [...bundled(map), "datatables.net-dt"];
const parts = [`${own.name}\n\n${licence(folder, own)}`];
for (const name of names) parts.push(`${name}, bundled\n\n${licence(join(modules, name), described(join(modules, name)))}`);
const lines = parts.join(`\n\n${RULE}\n\n`).split(/\r?\n/).map((line) => line.trimEnd());
process.stdout.write(lines.join("\n") + "\n");
