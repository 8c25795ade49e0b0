#!/usr/bin/env bash
# Builds the disk of the virtual machine, boots it, and keeps the state in which it is then: once for each architecture, and again when
# something that goes into it has changed. Needs root, since root's files are on that disk.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

foreign=/proc/sys/fs/binfmt_misc/qemu-aarch64
registered=
work=$cache/work-$arch

# Lets this kernel run programs of the other architecture, which set up its packages.
register_foreign() {
    [ "$arch" != "$(dpkg --print-architecture)" ] || return 0
    [ "$arch" = arm64 ] || fail "an image of $arch can be built on $arch only"
    [ -e /proc/sys/fs/binfmt_misc/register ] || mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc
    [ ! -e "$foreign" ] || return 0
    cat /usr/lib/binfmt.d/qemu-aarch64.conf >/proc/sys/fs/binfmt_misc/register
    registered=yes
}

# What fails here keeps nothing that follows from being cleaned up.
clean_up() {
    set +e
    stop_machine
    [ -z "$registered" ] || echo -1 >"$foreign"
    rm -rf "$work"
}

# Debian with all that guest/ holds; its files are there before the packages, which read them when they are set up.
unpack() {
    local masked="apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service fstrim.timer"
    masked+=" systemd-timesyncd.service"
    mmdebstrap --variant=minbase --architectures="$arch" \
        --include="linux-image-$arch $(tr '\n' ' ' <"$rig_folder/packages.txt")" \
        --aptopt='Acquire::Languages "none"' --dpkgopt=force-unsafe-io --dpkgopt=force-confold \
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' \
        --essential-hook="sync-in '$rig_folder/guest' /" \
        --essential-hook='chown -R 0:0 "$1/etc" "$1/usr/share/initramfs-tools"; mkdir -p "$1/usr/share/man/man1"' \
        --customize-hook='echo rig >"$1/etc/hostname"; printf "127.0.0.1 localhost\n127.0.1.1 rig\n" >"$1/etc/hosts"' \
        --customize-hook='chroot "$1" systemctl enable systemd-networkd ssh' \
        --customize-hook="chroot \"\$1\" systemctl mask $masked" \
        --customize-hook='mkdir -p -m 700 "$1/root/.ssh"' \
        --customize-hook="upload '$ssh_key.pub' /root/.ssh/authorized_keys" \
        --customize-hook='chown 0:0 "$1/root/.ssh/authorized_keys"; chmod 600 "$1/root/.ssh/authorized_keys"' \
        bookworm "$work/root" >"$image/build.log" 2>&1 || {
        tail -n 30 "$image/build.log" >&2
        fail "the image could not be built; all that was said is in $image/build.log"
    }
}

pack() {
    cp "$work"/root/boot/vmlinuz-* "$image/vmlinuz"
    cp "$work"/root/boot/initrd.img-* "$image/initrd"
    mke2fs -q -t ext4 -d "$work/root" "$work/root.ext4" 4G
    qemu-img convert -O qcow2 "$work/root.ext4" "$work/base.qcow2"
    mv "$work/base.qcow2" "$image"
}

# Java is started once, so that its files are in memory already.
keep_booted() {
    rm -rf "$run"
    mkdir -p "$run"
    qemu-img create -q -f qcow2 -b "$image/base.qcow2" -F qcow2 "$image/booting.qcow2"
    start_machine "$image/booting.qcow2" "$work" 9>&-
    local started=$SECONDS
    until guest true 2>/dev/null; do
        is_up || fail "the machine has ended while it started: $(tail -n 5 "$run/console")"
        [ $((SECONDS - started)) -lt 600 ] || fail "the machine has not started within 10 minutes: $(tail -n 5 "$run/console")"
        sleep 1
    done
    guest 'systemctl is-system-running --wait || systemctl --failed
        java -Xshare:auto -version; ls /dev/video0; sync' >>"$image/build.log" 2>&1
    say "booted in $((SECONDS - started)) s"
    guest -O exit 2>/dev/null || true
    python3 "$rig_folder/monitor.py" "$run/monitor" "savevm booted"
    stop_machine
    find "$image" -name 'booted-*' -delete
    mv "$image/booting.qcow2" "$booted"
}

build() {
    [ "$(id -u)" = 0 ] || fail "there is no image yet, and building it needs root: sudo RIG_ARCH=$arch deploy/rig/image.sh"
    say "building the virtual machine of $arch in $cache, once: 2 minutes for amd64, 12 for arm64 on two cores"
    find "$cache" -maxdepth 1 -name "$arch-*" -exec rm -rf {} +
    mkdir -p "$image"
    [ -e "$ssh_key" ] || ssh-keygen -q -t ed25519 -N '' -C fanlight-rig -f "$ssh_key"
    register_foreign
    unpack
    pack
}

[ ! -e "$booted" ] || exit 0
mkdir -p "$cache"
exec 9>"$cache/lock-$arch"
flock 9
[ ! -e "$booted" ] || exit 0
trap clean_up EXIT
# Under the lock it may have this one name, so that what a killed build has left goes too.
rm -rf "$work"
mkdir "$work"
[ -e "$image/base.qcow2" ] || build
keep_booted
say "ready after $SECONDS s, $(du -sh "$image" | cut -f 1)"
