#!/bin/sh
# Makes the Java that a package brings along: runtime.sh ARCH FOLDER. ARCH is amd64 or arm64, as Debian calls them.
# Its parts are those of Debian's openjdk-17-jdk-headless for ARCH, which apt checks and which also holds the trusted authorities; they are linked
# here for either architecture, and kept in target/packages/cache. Without a network, or without apt, this computer's own JDK is used for its own architecture.
#   FANLIGHT_JMODS  a folder of jmods to use instead
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
arch=$1
out=$2
jdk=openjdk-17-jdk-headless
suite=bookworm
cache=$root/target/packages/cache/$arch

# Folders and sources of its own: the computer's list of packages and its architectures stay as they are.
apt_configuration() {
    cat <<END
Dir::State "$cache";
Dir::State::lists "$cache/lists";
Dir::State::status "$cache/status";
Dir::Cache "$cache/archives";
APT::Architecture "$arch";
APT::Architectures "$arch";
APT::Sandbox::User "root";
Acquire::Languages "none";
END
}

fetch() {
    mkdir -p "$cache/lists/partial" "$cache/archives/partial"
    : >"$cache/status"
    apt_configuration >"$cache/apt.conf"
    export APT_CONFIG="$cache/apt.conf"
    apt-get update -qq || return 1
    # On a newer Debian the list has no JDK 17 of $suite, and a runtime linked with a newer C library would not run on $suite.
    apt-cache policy "$jdk" 2>/dev/null | grep -q "$suite" || return 1
    (cd "$cache" && apt-get download -qq "$jdk") || return 1
    dpkg-deb --fsys-tarfile "$cache/$jdk"_*_"$arch".deb | tar -x -C "$cache" --strip-components 5 --wildcards './usr/lib/jvm/*/jmods/*.jmod'
    rm -rf "$cache/lists" "$cache/archives"
}

own_jmods() {
    [ "$arch" = "$(dpkg --print-architecture)" ] || return 1
    own=$(dirname "$(dirname "$(readlink -f "$(command -v jlink)")")")/jmods
    [ -e "$own/java.base.jmod" ] && echo "$own"
}

jmods=${FANLIGHT_JMODS:-$cache/jmods}
if [ ! -e "$jmods/java.base.jmod" ] && ! fetch; then
    jmods=$(own_jmods) || {
        echo "✗ There are no parts of JDK 17 for $arch here. Debian's $jdk:$arch has them: connect this computer, or name a folder in FANLIGHT_JMODS." >&2
        exit 1
    }
    echo "! Debian's $jdk cannot be had: this computer's own JDK is used." >&2
fi
rm -rf "$out"
# Not compressed: the package is, as a whole, and a start is quicker.
jlink --module-path "$jmods" --add-modules "$(paste -sd, "$here/modules.txt")" --no-header-files --no-man-pages --output "$out"
rm -f "$out/bin/keytool" "$out/bin/jps" "$out/bin/jstat" "$out/bin/jinfo"
# Debian's parts still have their symbols: a third of libjvm.so.
tool="strip"
[ "$arch" = "$(dpkg --print-architecture)" ] || tool=$(dpkg-architecture -a "$arch" -q DEB_HOST_GNU_TYPE 2>/dev/null || echo "$arch-linux-gnu")-strip
if command -v "$tool" >/dev/null; then
    find "$out" -type f \( -name '*.so' -o -path '*/bin/*' -o -name jspawnhelper -o -name jexec \) -exec "$tool" --strip-unneeded {} +
else
    echo "! The package for $arch is larger than it could be: $tool is not here (binutils-aarch64-linux-gnu)." >&2
fi
