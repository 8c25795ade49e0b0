#!/usr/bin/env python3
"""A lossy link between two network namespaces, in user space, for kernels without netem.

    impair.py NAMESPACE_A NAMESPACE_B

A has the address 10.99.0.1 and B 10.99.0.2. Each line on standard input, "DELAY_MS LOSS_PERCENT", is how the link is from then on, in both
directions: what is lost is lost at random, packet by packet. Ends with its standard input. Needs root.
"""

import ctypes
import fcntl
import heapq
import os
import random
import select
import struct
import subprocess
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN_NO_PI = 0x1001
CLONE_NEWNET = 0x40000000
MTU = 1400
MOST_WAITING = 20_000


def enter(libc, descriptor):
    if libc.setns(descriptor, CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "setns")


def tunnel(namespace, address, peer):
    """The end of the link in that namespace, as a file descriptor whose reads and writes are packets."""
    libc = ctypes.CDLL(None, use_errno=True)
    own = os.open("/proc/self/ns/net", os.O_RDONLY)
    other = os.open("/var/run/netns/" + namespace, os.O_RDONLY)
    enter(libc, other)
    end = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(end, TUNSETIFF, struct.pack("16sH14x", b"lossy0", IFF_TUN_NO_PI))
    subprocess.check_call(["ip", "addr", "add", address, "peer", peer, "dev", "lossy0"])
    subprocess.check_call(["ip", "link", "set", "lossy0", "mtu", str(MTU), "up"])
    enter(libc, own)
    os.close(other)
    os.close(own)
    return end


def carry(ends):
    """Carries packets between both ends until standard input ends."""
    delay, loss = 0.0, 0.0
    waiting = []
    number = 0
    while True:
        now = time.monotonic()
        while waiting and waiting[0][0] <= now:
            _, _, end, packet = heapq.heappop(waiting)
            try:
                os.write(end, packet)
            except OSError:
                pass
        pause = max(0.0, waiting[0][0] - time.monotonic()) if waiting else 1.0
        for end in select.select([*ends, sys.stdin], [], [], pause)[0]:
            if end is sys.stdin:
                line = sys.stdin.readline()
                if not line:
                    return
                delay, loss = (float(word) for word in line.split())
                print("set", flush=True)
                continue
            other = ends[1] if end == ends[0] else ends[0]
            for packet in packets(end):
                if random.random() * 100 >= loss and len(waiting) < MOST_WAITING:
                    number += 1
                    heapq.heappush(waiting, (time.monotonic() + delay / 1000, number, other, packet))


def packets(end):
    for _ in range(64):
        try:
            yield os.read(end, 2048)
        except BlockingIOError:
            return


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    carry((tunnel(sys.argv[1], "10.99.0.1", "10.99.0.2"), tunnel(sys.argv[2], "10.99.0.2", "10.99.0.1")))


if __name__ == "__main__":
    main()
