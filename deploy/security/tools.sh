#!/bin/sh
# Makes sure that the programs of other people which tests need are here: tools.sh PACKAGE… installs those of Debian that are missing, where it
# may, and ends with 1 when that fails. Where it may not (without root, or on another system), it says which are missing and ends with 0: tests that
# can do without are skipped, those of the store fail without postgresql.
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
        trap 'exit 130' INT TERM
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod 755 "$policy"
    fi
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    if apt-get update -q && apt-get install -y -q --no-install-recommends $missing; then
        exit 0
    fi
    echo "These packages could not be installed:$missing. The tests that need them cannot run." >&2
    exit 1
fi
echo "Some tests will be skipped, and those of the store fail without postgresql. To run them: sudo apt-get install$missing" >&2
