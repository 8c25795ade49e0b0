#!/bin/sh
# Makes sure that the programs of other people which tests need are here: tools.sh PACKAGE… installs those of Debian that are missing, where it
# may. Where it may not, it says which are missing: tests that can do without are skipped, those of the store fail without postgresql.
set -eu

missing=""
for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -z "$missing" ]; then
    exit 0
fi
policy=/usr/sbin/policy-rc.d
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Debian's$missing, without starting their services: tests start their own."
    if [ ! -e "$policy" ]; then
        # Debian asks this script whether a service may start (invoke-rc.d(8)).
        trap 'rm -f "$policy"' EXIT
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod 755 "$policy"
    fi
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    if apt-get update -q && apt-get install -y -q --no-install-recommends $missing; then
        exit 0
    fi
fi
echo "Some tests will be skipped, and those of the store fail without postgresql. To run them: sudo apt-get install$missing" >&2
