#!/bin/sh
# Is there a Virtuoso for the tests? Where there is none and we may install one, Debian's is. The Oxigraph server comes
# from PyPI with the other packages that the tests need.
for name in "$VIRTUOSO" virtuoso-t /opt/virtuoso-opensource/bin/virtuoso-t; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Virtuoso for the tests of SPARQL servers"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        virtuoso-opensource-7-bin >/dev/null && exit 0
    # An older Debian calls it otherwise, and one without it must not fail the other tests.
    echo "Virtuoso could not be installed: its tests will be skipped, or fail where CI=true."
    exit 0
fi
echo "No Virtuoso found: its tests will be skipped. Install virtuoso-opensource-7, or name virtuoso-t in VIRTUOSO."
