#!/bin/sh
# Is there a browser for the tests? Where there is none and we may install one, Debian's Chromium is.
for name in "$CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium for the browser tests"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
    exit $?
fi
echo "No Chromium found: the browser tests will be skipped. Install it, or name it in CHROMIUM."
