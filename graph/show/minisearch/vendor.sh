#!/bin/sh
# Fetches the search that pages use in the browser, by its name, from the npm registry that npm is set to.
# It needs npm and node. Run again, it makes the same files; another release is fetched with its number:
#     sh graph/show/minisearch/vendor.sh 7.2.0
# Nothing of it runs when the package is built or installed: what it writes here is kept in the repository.
set -eu
package=minisearch
version=${1:-7.2.0}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
npm pack --silent "$package@$version" >/dev/null
tar -xzf ./*.tgz
# The map of the source stays out; all else of the file is as it was published.
grep -v '^//# sourceMappingURL=' package/dist/umd/index.js >"$here/minisearch.js"
cp package/LICENSE.txt "$here/LICENSE"

checksum() { node -e '
    const hash = require("crypto").createHash("sha256");
    process.stdout.write(hash.update(require("fs").readFileSync(process.argv[1])).digest("hex"))' "$1"; }
{
    echo "name: $package"
    echo "version: $version"
    echo "licence: $(node -p 'require("./package/package.json").license'), see LICENSE"
    echo "source: npm pack $package@$version"
    echo "sha256 of the package: $(checksum ./*.tgz)"
    echo "sha256 of minisearch.js: $(checksum "$here/minisearch.js")"
} >"$here/VERSION"
cat "$here/VERSION"
