#!/usr/bin/env bash
# The agent on a computer with cameras and a sound card: Debian in a virtual machine, a relay and a browser on this host. What is tested
# stands in web-client/e2e/device.rig.ts.
#   RIG_ARCH   amd64 (default) or arm64
# Options of Playwright may follow: -g "USB camera" runs one test.
set -euo pipefail
cd "$(dirname "$0")/../.."

export RIG_ARCH=${RIG_ARCH:-amd64}
share=$PWD/target/rig/share
emulator=qemu-system-x86
triple=x86_64-linux-gnu
if [ "$RIG_ARCH" = arm64 ]; then
    emulator=qemu-system-arm
    triple=aarch64-linux-gnu
fi
compiler=gcc
if [ "$RIG_ARCH" != "$(dpkg --print-architecture)" ]; then
    compiler=gcc-${triple//_/-}
fi

# The agent brings natives of one processor; this host's jar stays where it is.
jar=edge-agent/target/fanlight-agent.jar
if [ "$RIG_ARCH" != "$(dpkg --print-architecture)" ]; then
    sh deploy/packages/jars.sh "$RIG_ARCH"
    jar=edge-agent/target/$RIG_ARCH/fanlight-agent.jar
fi

# What the guest is given: the agent, the USB camera, and what that shows.
fill_share() {
    local clip=edge-agent/src/test/resources/media/cars-768x432-12.5fps-baseline-aac.mp4
    local ffmpeg=(ffmpeg -v error -y -i "$clip" -t 5 -an -vf scale=320:180,fps=10)
    rm -rf "$share"
    mkdir -p "$share"
    cp "$jar" "$share"
    "$triple-gcc" -O2 -Wall -Wextra -Werror -std=gnu11 -static -pthread -o "$share/usb-camera" deploy/rig/usb-camera/*.c
    "${ffmpeg[@]}" -c:v mjpeg -pix_fmt yuvj422p -q:v 5 -f mjpeg "$share/clip.mjpeg"
    "${ffmpeg[@]}" -pix_fmt yuyv422 -f rawvideo "$share/clip.yuyv"
    "${ffmpeg[@]}" -c:v libx264 -profile:v baseline -g 10 -x264-params aud=1:slices=1:repeat-headers=1 -f h264 "$share/clip.h264"
}

# A camera is given up that has delivered nothing after 30 s. A good part of that it takes an emulated computer to unpack FFmpeg's libraries,
# which is done once, and to load classes, of which archives save half (class data sharing): one for the camera process, one for the agent.
prepare_java() {
    local archive="java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ArchiveClassesAtExit"
    deploy/rig/vm.sh run 900 "cp /mnt/host/fanlight-agent.jar /root
        $archive=/root/agent.jsa -cp /root/fanlight-agent.jar dev.fanlight.agent.source.camera.javacv.CameraChildMain </dev/null
        timeout 30 $archive=/root/main.jsa -jar /root/fanlight-agent.jar preview --source test --listen 127.0.0.1:8770
        [ -e /root/agent.jsa ] && [ -e /root/main.jsa ]" >target/rig/java.log 2>&1
}

sh deploy/security/tools.sh "$emulator" qemu-utils qemu-user-static mmdebstrap arch-test e2fsprogs openssh-client python3 ffmpeg \
    "$compiler" "libc6-dev$([ "$compiler" = gcc ] || echo "-$RIG_ARCH-cross")"
sh web-client/e2e/chromium.sh
deploy/rig/image.sh
fill_share
deploy/rig/vm.sh up "$share"
trap 'deploy/rig/vm.sh down' EXIT
prepare_java
sh web-client/npm.sh rig -- "$@"
