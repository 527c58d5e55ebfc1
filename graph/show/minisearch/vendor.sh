#!/bin/sh
# Fetches the search that pages use in the browser, by its name, from the npm registry that npm is set to.
# It needs npm and node. Run again, it makes the same files; another release is fetched with its number:
#     sh graph/show/minisearch/vendor.sh 7.2.0
# Nothing of it runs when the package is built or installed: what it writes here is kept in the repository.
set -eu
package=minisearch
version=${1:-7.2.0}
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../../vendor.sh"

# The map of the source stays out; all else of the file is as it was published.
grep -v '^//# sourceMappingURL=' package/dist/umd/index.js >"$here/minisearch.js"
cp package/LICENSE.txt "$here/LICENSE"

told "$here" minisearch.js
