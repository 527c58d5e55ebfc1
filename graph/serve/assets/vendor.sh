#!/bin/sh
# Fetches the query editor that ships with the package, by its name, from the npm registry that npm is set to.
# It needs npm and node. Run again, it makes the same files; another release is fetched with its number:
#     sh graph/serve/assets/vendor.sh 4.6.2
# Nothing of it runs when the package is built or installed: what it writes into yasgui/ is kept in the repository.
set -eu
package=@zazuko/yasgui
version=${1:-4.6.2}
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../../vendor.sh"

# The packages that are bundled into it, for the texts of their licences. No script of theirs is run.
printf '{"private":true}\n' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund --no-package-lock ./*.tgz

rm -rf "$here/yasgui"
mkdir "$here/yasgui"
cp package/build/yasgui.min.js package/build/yasgui.min.css "$here/yasgui/"
node "$here/notices.mjs" package node_modules >"$here/yasgui/LICENSE"

told "$here/yasgui" yasgui.min.css yasgui.min.js
