# Where the virtual machine is kept, how it is started and talked to. Sourced by the scripts beside it.

rig_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
arch=${RIG_ARCH:-amd64}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/fanlight-rig
ssh_key=$cache/ssh-key
run=$cache/run-$arch

say() { echo "rig: $*" >&2; }
fail() {
    say "$*"
    exit 1
}

case $arch in
    amd64)
        qemu=(qemu-system-x86_64 -M "q35,usb=off,vmport=off" -cpu max)
        # The counters of its processors are held to be unsynchronized. Any other clock is a device, slow to read, and Java reads it a lot.
        kernel_options="console=ttyS0 tsc=reliable"
        ;;
    arm64)
        # A Raspberry Pi 4.
        qemu=(qemu-system-aarch64 -M "virt,gic-version=2" -cpu cortex-a72)
        kernel_options="console=ttyAMA0"
        ;;
    *) fail "RIG_ARCH is amd64 or arm64, not $arch" ;;
esac
command -v "${qemu[0]}" >/dev/null || fail "${qemu[0]} is missing. deploy/rig/device-test.sh installs what the rig needs, as root"

# Starts the machine with a disk and a folder of this host that it may mount; more options of QEMU may follow.
start_machine() {
    local disk=$1 share=$2 port
    shift 2
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    echo "$port" >"$run/port"
    "${qemu[@]}" -nodefaults -display none -accel tcg,thread=multi,tb-size=512 -smp 1 -m 1024 \
        -kernel "$image/vmlinuz" -initrd "$image/initrd" \
        -append "root=/dev/vda rw rootflags=noatime $kernel_options quiet mitigations=off net.ifnames=0" \
        -drive "file=$disk,if=none,id=disk,cache=unsafe,discard=unmap" -device virtio-blk-pci,drive=disk \
        -netdev "user,id=net,hostfwd=tcp:127.0.0.1:$port-:22" -device virtio-net-pci,netdev=net,romfile= \
        -device virtio-rng-pci \
        -fsdev "local,id=share,path=$share,security_model=none,readonly=on" \
        -device virtio-9p-pci,fsdev=share,mount_tag=host \
        -chardev "file,id=console,path=$run/console" -serial chardev:console \
        -monitor "unix:$run/monitor,server,nowait" -pidfile "$run/pid" -daemonize "$@"
}

# Lets the machine go before this host's other work, which it has no way to wait for: its clock goes on. Root only; without, it is as everybody.
prefer_machine() {
    local group
    group=/proc/$(cat "$run/pid")/autogroup
    if [ -w "$group" ] && [ "$(id -u)" = 0 ]; then
        echo -20 >"$group"
    fi
}

# Twelve letters for all that is read.
digest() { sha256sum | cut -c 1-12; }

# The names change with all that goes into them: the disk, and the state after booting, which is good for one version of QEMU only.
image=$cache/$arch-$({
    cat "$rig_folder/image.sh" "$rig_folder/packages.txt"
    find "$rig_folder/guest" -type f -print0 | sort -z | xargs -0 cat
} | digest)
booted=$image/booted-$({
    "${qemu[0]}" --version
    echo "${qemu[@]}" "$kernel_options"
    declare -f start_machine
} | digest).qcow2

is_up() {
    [ -e "$run/pid" ] && grep -qsF "$run/monitor" "/proc/$(cat "$run/pid")/cmdline"
}

stop_machine() {
    local pid
    is_up || return 0
    pid=$(cat "$run/pid")
    kill "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
    rm -rf "$run"
}

# Runs a command of the guest's shell as root.
guest() {
    ssh -i "$ssh_key" -p "$(cat "$run/port")" -o IdentitiesOnly=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
        -o LogLevel=ERROR -o ConnectTimeout=60 -o ServerAliveInterval=15 -o ServerAliveCountMax=20 \
        -o ControlMaster=auto -o "ControlPath=$run/ssh" -o ControlPersist=900 root@127.0.0.1 "$@"
}
