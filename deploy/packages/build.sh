#!/bin/sh
# Builds the packages: build.sh [ARCH…] makes target/packages/fanlight-{agent,relay}_VERSION_ARCH.deb and tarballs of the same for each ARCH (default:
# this computer's), then SHA256SUMS. The jars must be there: those with the natives of amd64 in */target, those of arm64 in */target/arm64.
# The same commit gives the same bytes: every time is that of the commit, and files are written in one order.
#   FANLIGHT_COMPRESSION  level of xz, 1 to 9 (9)
#   FANLIGHT_PROGRAMS     which programs (agent relay)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$root"
out=$root/target/packages
umask 022
LC_ALL=C.UTF-8
TZ=UTC
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
maintainer=${FANLIGHT_MAINTAINER:-$(git log -1 --format='%an <%ae>')}
export LC_ALL TZ SOURCE_DATE_EPOCH
level=${FANLIGHT_COMPRESSION:-9}

fail() {
    echo "✗ $1" >&2
    exit 1
}

# A snapshot is older than its release, and newer than the snapshot before.
version() {
    plain=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml | head -n 1)
    case "$plain" in
    *-SNAPSHOT) echo "${plain%-SNAPSHOT}~git$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d%H%M%S)" ;;
    *) echo "$plain" ;;
    esac
}

module() {
    case "$1" in
    agent) echo edge-agent ;;
    relay) echo cloud-relay ;;
    esac
}

main_class() {
    case "$1" in
    agent) echo dev.fanlight.agent.cli.AgentCommand ;;
    relay) echo dev.fanlight.relay.cli.RelayCommand ;;
    esac
}

jar() { # PROGRAM ARCH
    folder=$(module "$1")/target
    [ "$2" = amd64 ] || folder=$folder/$2
    echo "$folder/fanlight-$1.jar"
}

# The unit of deploy/systemd for a program that is installed by a package: a user that stays, and the launcher.
unit() { # PROGRAM COMMAND
    sed -e "s|^ExecStart=.*|ExecStart=/usr/bin/fanlight-$1 $2|" \
        -e "s|^DynamicUser=yes|# What root did in the state folder belongs to the service.\nExecStartPre=+/bin/chown -RP fanlight-$1:fanlight-$1 /var/lib/fanlight-$1\nUser=fanlight-$1\nGroup=fanlight-$1|" \
        -e '/^Environment=JAVA_TOOL_OPTIONS=/d' -e '/^SupplementaryGroups=/d' \
        -e "s|^StateDirectory=.*|EnvironmentFile=-/etc/default/fanlight-$1\n&|" \
        -e "s|^Documentation=.*|Documentation=man:fanlight-$1(1)|" "deploy/systemd/fanlight-$1.service" | bind_ports "$1"
}

# The relay takes ports 80 and 443 for certificates of Let's Encrypt, which a user namespace would not let it.
bind_ports() {
    if [ "$1" = relay ]; then
        sed -e 's|^CapabilityBoundingSet=.*|&CAP_NET_BIND_SERVICE|' -e 's|^AmbientCapabilities=.*|&CAP_NET_BIND_SERVICE|' -e '/^PrivateUsers=/d'
    else
        cat
    fi
}

filled() { # FILE PROGRAM ARCH SIZE
    sed -e "s|@NAME@|fanlight-$2|g" -e "s|@VERSION@|$version|g" -e "s|@ARCH@|$3|g" -e "s|@SIZE@|$4|g" -e "s|@MAINTAINER@|$maintainer|g" \
        -e "s|@SETTINGS@|$2.yaml|g" -e "s|@GROUPS@|$(cat "$here/$2/groups")|g" -e "s|@ABOUT@|Fanlight $2|g" "$1"
}

documents() { # PROGRAM TREE
    name=fanlight-$1
    doc=$2/usr/share/doc/$name
    install -d "$doc/examples" "$2/usr/share/man/man1" "$2/usr/share/bash-completion/completions"
    docs=$out/work/docs-$1
    rm -rf "$docs"
    java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$(jar "$1" amd64)" "$here/CommandDocs.java" "$(main_class "$1")" "$version" \
        "$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)" "$docs"
    for page in "$docs"/man1/*.1; do
        gzip -9nc "$page" >"$2/usr/share/man/man1/$(basename "$page").gz"
    done
    install -m 644 "$docs/completion" "$2/usr/share/bash-completion/completions/$name"
    install -m 644 README.md "$doc"
    find docs -name '*.md' ! -path 'docs/adr/*' ! -path 'docs/images/*' | while read -r page; do
        install -D -m 644 "$page" "$doc/$page"
    done
    install -m 644 "$here/$1/$1.yaml" "$doc/examples"
    install -m 644 CHANGELOG.md "$doc/NEWS.md"
    changelog "$1" | gzip -9nc >"$doc/changelog.gz"
    copyright "$1" >"$doc/copyright"
}

# The form that Debian's tools read; what has changed is in NEWS.md.
changelog() {
    echo "fanlight-$1 ($version) stable; urgency=medium"
    echo
    echo "  * See NEWS.md."
    echo
    echo " -- $maintainer  $(date -R -u -d "@$SOURCE_DATE_EPOCH")"
}

copyright() {
    cat <<END
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Fanlight
Source: the archive that SHA256SUMS names beside this package
Comment: What the program's jar holds of other projects:
$(sed -e 's/^$/./' -e 's/^/ /' NOTICE)

Files: *
Copyright: $(git log -1 --format=%cd --date=format:%Y) the authors of Fanlight
License: Apache-2.0

Files: usr/lib/fanlight-$1/runtime/*
Copyright: 1994-2026 Oracle and/or its affiliates, and others; as packaged by Debian (openjdk-17)
License: GPL-2 with Classpath exception
 On Debian systems, the full text of the GNU General Public License version 2
 is in /usr/share/common-licenses/GPL-2. The exception and the licences of all
 parts are in usr/lib/fanlight-$1/runtime/legal.

License: Apache-2.0
 On Debian systems, the full text of the Apache License version 2.0 is in
 /usr/share/common-licenses/Apache-2.0.
END
}

tree() { # PROGRAM ARCH TREE
    name=fanlight-$1
    lib=$3/usr/lib/$name
    rm -rf "$3"
    install -d "$lib" "$3/usr/bin" "$3/usr/lib/systemd/system" "$3/etc/default" "$3/etc/fanlight" "$3/usr/share/lintian/overrides"
    cp -r "$out/work/runtime-$2" "$lib/runtime"
    # jlink makes links from one copy of a licence to another; each package keeps its own.
    java "$here/StoreJar.java" "$(jar "$1" "$2")" "$lib/$name.jar"
    xz -dc "$here/$1/classes.txt.xz" >"$lib/classes.txt"
    install -m 755 "$here/$1/launcher" "$3/usr/bin/$name"
    install -m 644 "$here/$1/default" "$3/etc/default/$name"
    case "$1" in agent) unit agent run ;; relay) unit relay serve ;; esac >"$3/usr/lib/systemd/system/$name.service"
    documents "$1" "$3"
    filled "$here/debian/lintian-overrides" "$1" "$2" 0 >"$3/usr/share/lintian/overrides/$name"
    find "$3" -type d -exec chmod 755 {} +
    find "$3" -type f ! -perm -u+x -exec chmod 644 {} +
    find "$3" -type f -perm -u+x -exec chmod 755 {} +
    find "$3" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

control() { # PROGRAM ARCH TREE
    install -d "$3/DEBIAN"
    filled "$here/$1/control" "$1" "$2" "$(du -sk --apparent-size --exclude=DEBIAN "$3" | cut -f 1)" >"$3/DEBIAN/control"
    echo "/etc/default/fanlight-$1" >"$3/DEBIAN/conffiles"
    for script in postinst prerm postrm; do
        filled "$here/debian/$script" "$1" "$2" 0 >"$3/DEBIAN/$script"
        chmod 755 "$3/DEBIAN/$script"
    done
    (cd "$3" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$3/DEBIAN/md5sums"
    if grep -l '@[A-Z][A-Z]*@' "$3"/DEBIAN/p* "$3/DEBIAN/control"; then
        fail "What stands there between two @ is not filled in."
    fi
    chmod 644 "$3/DEBIAN/control" "$3/DEBIAN/conffiles" "$3/DEBIAN/md5sums"
}

build() { # PROGRAM ARCH
    [ -f "$(jar "$1" "$2")" ] || fail "$(jar "$1" "$2") is missing: run \"make packages\", which builds it."
    tree=$out/work/fanlight-$1-$2
    tree "$1" "$2" "$tree"
    tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" --transform "s|^usr/lib/fanlight-$1|fanlight-$1-$version|" \
        -C "$tree" -c "usr/lib/fanlight-$1/runtime" "usr/lib/fanlight-$1/fanlight-$1.jar" "usr/lib/fanlight-$1/classes.txt" \
        | gzip -6n >"$out/fanlight-$1-$version-linux-$2.tar.gz"
    control "$1" "$2" "$tree"
    dpkg-deb --root-owner-group -Zxz "-z$level" --threads-max=1 --build "$tree" "$out/fanlight-$1_${version}_$2.deb" >/dev/null
    rm -rf "$tree"
}

if [ "${FANLIGHT_ONLY:-}" = units ]; then # for lint.sh: into the folder that is named
    unit agent run >"$1/fanlight-agent.service"
    unit relay serve >"$1/fanlight-relay.service"
    exit 0
fi
version=$(version)
[ $# -gt 0 ] || set -- "$(dpkg --print-architecture)"
mkdir -p "$out/work"
rm -f "$out"/fanlight-* "$out/SHA256SUMS"
for arch in "$@"; do
    sh "$here/runtime.sh" "$arch" "$out/work/runtime-$arch"
    for program in ${FANLIGHT_PROGRAMS:-agent relay}; do
        build "$program" "$arch"
    done
done
(cd "$out" && sha256sum fanlight-* >SHA256SUMS)
ls -l "$out"/fanlight-*
