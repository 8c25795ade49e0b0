#!/bin/sh
# Makes sure that there is a Chromium for the end-to-end tests: uses the one on the PATH, or installs Debian's where it may.
set -eu

if command -v chromium >/dev/null 2>&1; then
    exit 0
fi
install="apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "No Chromium found: installing Debian's ($install)."
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q
    apt-get install -y -q --no-install-recommends chromium fonts-dejavu-core
    exit 0
fi
echo "The end-to-end tests need Chromium, and there is none on the PATH. On Debian or Raspberry Pi OS run:" >&2
echo "    sudo sh -c '$install'" >&2
exit 1
