#!/bin/sh
# Checks what the packages are made of, without building them: scripts, units and their exposure, as systemd sees it. What is not installed is skipped.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if command -v shellcheck >/dev/null; then
    shellcheck deploy/packages/*.sh deploy/packages/*/launcher deploy/packages/debian/p* deploy/install.sh
    echo "✓ shellcheck"
fi
FANLIGHT_ONLY=units sh deploy/packages/build.sh "$work"
if command -v systemd-analyze >/dev/null; then
    for unit in "$work"/*.service; do
        # Of 100, as systemd-analyze prints tenths.
        systemd-analyze security --offline=true --threshold=20 --no-pager "$unit" >"$work/report" 2>&1 || {
            cat "$work/report"
            echo "✗ $(basename "$unit") is exposed more than 2.0" >&2
            exit 1
        }
        echo "✓ $(basename "$unit"): $(grep -o 'exposure level.*' "$work/report" | tr -dc '0-9.' | sed 's/^\.*//')"
    done
fi
