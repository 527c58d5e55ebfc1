#!/bin/sh
# Fetches the query editor that ships with the package, by its name, from the npm registry that npm is set to.
# It needs npm and node. Run again, it makes the same files; another release is fetched with its number:
#     sh graph/serve/assets/vendor.sh 4.6.2
# Nothing of it runs when the package is built or installed: what it writes into yasgui/ is kept in the repository.
set -eu
package=@zazuko/yasgui
version=${1:-4.6.2}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
npm pack --silent "$package@$version" >/dev/null
archive=$(ls ./*.tgz)
tar -xzf "$archive"
# The packages that are bundled into it, for the texts of their licences. No script of theirs is run.
printf '{"private":true}\n' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund --no-package-lock "$archive"

rm -rf "$here/yasgui"
mkdir "$here/yasgui"
cp package/build/yasgui.min.js package/build/yasgui.min.css "$here/yasgui/"
node "$here/notices.mjs" package node_modules >"$here/yasgui/LICENSE"

checksum() { node -e '
    const hash = require("crypto").createHash("sha256");
    process.stdout.write(hash.update(require("fs").readFileSync(process.argv[1])).digest("hex"))' "$1"; }
{
    echo "name: $package"
    echo "version: $version"
    echo "licence: $(node -p 'require("./package/package.json").license'), see LICENSE"
    echo "source: npm pack $package@$version"
    echo "sha256 of the package: $(checksum "$archive")"
    for file in yasgui.min.css yasgui.min.js; do
        echo "sha256 of $file: $(checksum "$here/yasgui/$file")"
    done
} >"$here/yasgui/VERSION"
cat "$here/yasgui/VERSION"
