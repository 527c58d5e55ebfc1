#!/bin/sh
# Fetches the stemmer of the searches in the browser, by its name, from the npm registry that npm is set to: Porter's
# second algorithm for English, the one that the command line's search has from Snowball.
# It needs npm and node. Run again, it makes the same files; another release is fetched with its number:
#     sh graph/show/stemmer/vendor.sh 2.0.1
# Nothing of it runs when the package is built or installed: what it writes here is kept in the repository.
set -eu
package=wink-porter2-stemmer
version=${1:-2.0.1}
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../../vendor.sh"

# Published as a module of Node: here it stands in a function, and is called stemOf. All else is as it was published.
{
    echo "const stemOf = (() => {"
    echo "const module = {};"
    cat package/src/wink-porter2-stemmer.js
    echo "return module.exports;"
    echo "})();"
} >"$here/stemmer.js"
cp package/LICENSE "$here/LICENSE"

told "$here" stemmer.js
