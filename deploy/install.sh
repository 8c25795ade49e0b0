#!/bin/sh
# Installs a Fanlight package of a release: install.sh agent|relay FOLDER-OR-URL
# FOLDER-OR-URL is where SHA256SUMS and the packages of the release are; the checksums are verified before anything is installed, and their signature,
# too, when SHA256SUMS.asc is there and gpg has the key. --print shows what would be done, and does nothing.
set -eu

fail() {
    echo "✗ $1" >&2
    exit 1
}

show=
if [ "${1:-}" = --print ]; then
    show=yes
    shift
fi
[ $# -eq 2 ] || fail "Usage: install.sh [--print] agent|relay FOLDER-OR-URL"
case "$1" in
agent | relay) name=fanlight-$1 ;;
*) fail "\"$1\" is neither agent nor relay." ;;
esac
from=${2%/}
command -v dpkg >/dev/null || fail "This computer has no dpkg. The archives $name-…-linux-….tar.gz beside the packages run on every Linux with glibc 2.34 or newer."
arch=$(dpkg --print-architecture)
case "$arch" in
amd64 | arm64) ;;
armhf | armel) fail "This needs a 64-bit system (yours is $arch): on a Raspberry Pi, the 64-bit Raspberry Pi OS." ;;
*) fail "There are no packages for $arch, only for amd64 and arm64." ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

fetch() { # FILE, into $work
    case "$from" in
    http://*) fail "The address must begin with https://." ;;
    https://*) curl -fsSL --proto '=https' --max-filesize 200000000 -o "$work/$1" "$from/$1" ;;
    *) cp "$from/$1" "$work/$1" ;;
    esac
}

fetch SHA256SUMS || fail "There is no SHA256SUMS in $from."
package=$(awk -v start="${name}_" -v end="_$arch.deb" \
    'index($2, start) == 1 && substr($2, length($2) - length(end) + 1) == end { print $2 }' "$work/SHA256SUMS" | head -n 1)
[ -n "$package" ] || fail "SHA256SUMS names no package of $name for $arch."
case "$package" in */*) fail "SHA256SUMS names a folder: $package" ;; esac
if [ -n "$show" ]; then
    echo "fetch $from/$package, compare it with SHA256SUMS, then: apt-get install $package"
    exit 0
fi
if fetch SHA256SUMS.asc 2>/dev/null && command -v gpg >/dev/null; then
    gpg --verify "$work/SHA256SUMS.asc" "$work/SHA256SUMS" || fail "The signature of SHA256SUMS does not fit, or gpg does not know its key."
fi
fetch "$package" || fail "$from/$package cannot be had."
(cd "$work" && grep -F "  $package" SHA256SUMS | sha256sum -c --quiet -) || fail "$package is not what SHA256SUMS says. Nothing was installed."
echo "✓ $package is what SHA256SUMS says"
[ "$(id -u)" = 0 ] || fail "Only root may install it. Run this script with sudo."
# apt reads the file as a user of its own.
chmod 755 "$work"
chmod 644 "$work/$package"
apt-get install -y "$work/$package"
echo
echo "Next: sudo $name setup"
