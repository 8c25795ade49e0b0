#!/usr/bin/env bash
# The virtual machine, from the state that was kept after it had booted.
#   vm.sh up FOLDER               starts it; FOLDER of this host is /mnt/host there, read-only
#   vm.sh run SECONDS COMMAND     runs a command of its shell for at most so long; its exit status is the command's
#   vm.sh down                    stops it; what it wrote is gone
set -euo pipefail
. "$(dirname "$0")/lib.sh"

up() {
    ! is_up || fail "the virtual machine of $arch is up already. To stop it: RIG_ARCH=$arch deploy/rig/vm.sh down"
    [ -e "$booted" ] || fail "there is no image yet. To build it: sudo RIG_ARCH=$arch deploy/rig/image.sh"
    rm -rf "$run"
    mkdir -p "$run"
    trap 'stop_machine; rm -rf "$run"' EXIT
    # A state can be loaded from the disk only on which it was kept.
    cp --reflink=auto --sparse=always "$booted" "$run/disk.qcow2"
    start_machine "$run/disk.qcow2" "$(realpath "$1")" -loadvm booted
    prefer_machine
    # Its clock stood still, and relays show certificates that begin today.
    guest "date -s @$(date +%s) && mkdir -p /mnt/host /dev/gadget && mount -t gadgetfs gadgetfs /dev/gadget &&
        mount -t 9p -o trans=virtio,version=9p2000.L,ro,msize=262144,cache=loose host /mnt/host" >/dev/null
    say "$(guest uname -srm) is up"
    trap - EXIT
}

run_command() {
    is_up || fail "the virtual machine of $arch is not up"
    guest "timeout -k 5 $1 bash -c $(printf '%q' "$2")"
}

case ${1:-} in
    up) up "$2" ;;
    run) run_command "$2" "$3" ;;
    down) stop_machine ;;
    *) fail "vm.sh up FOLDER | run SECONDS COMMAND | down" ;;
esac
