#!/bin/bash
# Tries the packages as a stranger: try.sh [SUITE…], bookworm and trixie by default. In a fresh root without Java: install, set up, join, look at the
# video, upgrade, purge. Needs root, mmdebstrap, and packages in target/packages (make packages). Processes are started by the command of
# their unit, since nothing in a folder is started by systemd.
set -euo pipefail
cd "$(dirname "$0")/../.."
packages=$PWD/target/packages
cache=$packages/try
arch=$(dpkg --print-architecture)
port=18443
pids=()
root=

# What fails inside a step is said outside of its log.
exec 3>&2
fail() {
    echo "✗ $1" >&3
    exit 1
}

clean_up() {
    set +e
    stop
    if [[ -n $root ]]; then
        umount -l "$root/proc" "$root/dev" 2>/dev/null
        rm -rf --one-file-system "$root"
        root=
    fi
}
trap clean_up EXIT
trap 'exit 130' INT TERM

stop() {
    local pid
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
    pids=()
}

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }

timed() { # TITLE COMMAND…
    local title=$1 began
    shift
    began=$(date +%s%N)
    "$@" >"$root/tmp/step.log" 2>&1 || {
        tail -n 20 "$root/tmp/step.log" >&2
        fail "$title"
    }
    printf '  %5d ms  %s\n' $((($(date +%s%N) - began) / 1000000)) "$title"
}

make_root() { # SUITE
    mkdir -p "$cache"
    [[ -s $cache/$1.tar ]] || mmdebstrap --quiet --variant=minbase --include=ca-certificates --aptopt='Acquire::Languages "none"' \
        --dpkgopt=force-unsafe-io "$1" "$cache/$1.tar"
    # Not in the project: its "clean" must not reach what is mounted here.
    root=$(mktemp -d /var/tmp/fanlight-try-XXXXXX)
    tar -xf "$cache/$1.tar" -C "$root" --exclude './dev/*'
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --make-rslave "$root/dev"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    mkdir "$root/debs"
    cp "$packages"/*_"$arch".deb "$root/debs"
}

# Names of files, but for what apt, dpkg and adduser keep of their own work.
files() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./debs -o -path ./tmp -o -path ./var/lib/apt -o -path ./var/lib/dpkg \
        -o -path ./var/cache/apt -o -path ./var/cache/ldconfig -o -path ./var/cache/debconf -o -path ./var/log -o -path ./run/adduser -o -path './etc/*-' \) -prune -o -print | sort)
}

# The command of a unit, with the environment that systemd would give it.
start_unit() { # PROGRAM VARIABLE…
    local name=fanlight-$1 unit=$root/usr/lib/systemd/system/fanlight-$1.service command
    shift
    command=$(sed -n 's/^ExecStart=//p' "$unit")
    # By exec, so that the process which is stopped is the program.
    # shellcheck disable=SC2086 # a list of words
    (exec chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin setpriv --reuid="$name" --regid="$name" --init-groups \
        env HOME="/var/lib/$name" STATE_DIRECTORY="/var/lib/$name" CACHE_DIRECTORY="/var/cache/$name" "$@" \
        $command >"$root/tmp/$name.log" 2>&1) &
    pids+=($!)
}

wait_for() { # TEXT FILE
    local i
    for ((i = 0; i < 900; i++)); do
        grep -q "$1" "$2" 2>/dev/null && return
        sleep 0.1
    done
    tail -n 5 "$2" >&3
    fail "\"$1\" did not appear in $(basename "$2")"
}

newer() { # PROGRAM: the same package with a higher version
    local work=$root/debs/work-$1
    dpkg-deb -R "$root"/debs/fanlight-"$1"_*_"$arch".deb "$work"
    sed -i 's/^Version: .*/&+try1/' "$work/DEBIAN/control"
    dpkg-deb --root-owner-group -Znone --build "$work" "$root/debs/newer-$1.deb" >/dev/null
    rm -rf "$work"
}

shows_frames() { # KEY
    (curl -sk --max-time 90 "https://localhost:$port/live/front.flv?key=$1" || true) | head -c 100000 >"$root/tmp/front.flv"
    [[ $(head -c 3 "$root/tmp/front.flv") == FLV && $(stat -c %s "$root/tmp/front.flv") == 100000 ]]
}

start_both() {
    start_unit relay FANLIGHT_HTTP_PORT="$port" FANLIGHT_GATEWAYS_FLV_TYPE=http_flv
    wait_for 'Ready on port' "$root/tmp/fanlight-relay.log"
    [[ ! -e $root/var/lib/fanlight-agent/identity.properties ]] || start_agent
}

start_agent() {
    start_unit agent FANLIGHT_CAMERA_SOURCE=test
    wait_for 'connected to' "$root/tmp/fanlight-agent.log"
}

try() { # SUITE
    local links join key
    make_root "$1"
    echo "$1 ($(cat "$root/etc/debian_version"), $arch)"
    timed 'apt-get update' inside apt-get update -q
    # The smallest Debian 13 has none, and apt does not remove what is important to others.
    inside apt-get install -y -q --no-install-recommends adduser >/dev/null 2>&1
    files >"$root/tmp/before"
    ! inside sh -c 'command -v java' >/dev/null || fail 'this root has a Java'
    timed 'apt install ./fanlight-relay.deb' inside sh -c 'apt-get install -y -q --no-install-recommends /debs/fanlight-relay_*.deb'
    timed 'fanlight-relay setup --yes --name localhost' inside fanlight-relay setup --yes --name localhost
    [[ $(stat -c '%a %G' "$root/etc/fanlight/relay.yaml") == "640 "* ]] || fail 'others may read relay.yaml'
    timed 'the relay is ready' start_both
    timed 'fanlight-relay setup --yes' inside fanlight-relay setup --yes --qr
    links=$(cat "$root/tmp/step.log")
    join=$(sed -n 's/.*fanlight-agent join "\([^"]*\)".*/\1/p' <<<"$links")
    key=$(sed -n 's|.*/w/front#\([a-z2-7]*\)$|\1|p' <<<"$links" | head -n 1)
    [[ -n $join && -n $key ]] || fail "setup printed no links: $links"
    grep -q '▀' <<<"$links" || fail 'setup printed no QR code'
    timed 'apt install ./fanlight-agent.deb' inside sh -c 'apt-get install -y -q --no-install-recommends /debs/fanlight-agent_*.deb'
    timed 'fanlight-agent join LINK' inside fanlight-agent join "$join"
    timed 'the agent is connected' start_agent
    timed 'a viewer has frames' shows_frames "$key"
    timed 'fanlight-relay doctor' inside env FANLIGHT_HTTP_PORT="$port" fanlight-relay doctor
    timed 'fanlight-agent status' inside fanlight-agent status
    stop
    newer relay
    newer agent
    echo '# mine' >>"$root/etc/default/fanlight-relay"
    echo '# mine' >>"$root/etc/fanlight/relay.yaml"
    timed 'apt install newer packages' inside sh -c 'apt-get install -y -q /debs/newer-*.deb'
    [[ $(cat "$root/etc/default/fanlight-relay" "$root/etc/fanlight/relay.yaml" | grep -c '# mine') == 2 ]] || fail 'settings were lost'
    timed 'both are back' start_both
    timed 'a viewer with the link of before has frames' shows_frames "$key"
    stop
    timed 'apt purge' inside apt-get purge -y -q --autoremove fanlight-relay fanlight-agent
    files >"$root/tmp/after"
    if grep -E 'fanlight' "$root/etc/passwd" "$root/etc/group" || ! diff "$root/tmp/before" "$root/tmp/after"; then
        fail 'purge left something'
    fi
    echo '  purge left nothing'
    clean_up
}

[[ $(id -u) == 0 ]] || fail 'Only root can make such a root folder.'
command -v mmdebstrap >/dev/null || fail 'mmdebstrap is missing: apt install mmdebstrap'
for suite in "${@:-bookworm trixie}"; do
    # shellcheck disable=SC2086 # the default is two words
    for each in $suite; do try "$each"; done
done
