#!/bin/sh
# Runs one npm script of this folder with the system's Node, installing the locked packages when they changed.
#   sh npm.sh build|test|lint|e2e|images|rig
set -eu
cd "$(dirname "$0")"

if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
    echo "The web client needs Node 20.19 or newer with npm, and there is none on the PATH (Debian: apt-get install nodejs npm)." >&2
    exit 1
fi
version=$(node -p 'process.versions.node')
if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
    echo "The web client needs Node 20.19 or newer; this one is $version." >&2
    exit 1
fi

if [ ! -f node_modules/.package-lock.json ] || [ -n "$(find package-lock.json -newer node_modules/.package-lock.json)" ]; then
    npm ci --no-audit --no-fund
    touch node_modules/.package-lock.json
fi
exec npm run --silent "$@"
