#!/bin/sh
# Makes sure that the programs of other people which tests need are here: tools.sh PACKAGE… installs those of Debian that are missing, where it
# may. Where it may not, the tests that need them say that they were skipped.
set -eu

missing=""
for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -z "$missing" ]; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Debian's$missing."
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    if apt-get update -q && apt-get install -y -q --no-install-recommends $missing; then
        exit 0
    fi
fi
echo "Some tests will be skipped. To run them: sudo apt-get install$missing" >&2
