#!/bin/sh
# Installs the locked packages of this folder when they changed, without running anything of them. Without npm nothing happens: the test skips then.
set -eu
cd "$(dirname "$0")"

command -v npm >/dev/null 2>&1 || exit 0
if [ ! -f node_modules/.package-lock.json ] || [ -n "$(find package-lock.json -newer node_modules/.package-lock.json)" ]; then
    npm ci --no-audit --no-fund --ignore-scripts
    touch node_modules/.package-lock.json
fi
