"""Two network namespaces with a link between them whose losses, delay and rate can be changed while it is used.

The kernels of many containers have no netem; so the packets of two TUN devices pass through this process. A limited rate is
tc's token bucket filter, in front of which the sender's TCP queues as before a real modem.
"""

import ctypes
import fcntl
import heapq
import multiprocessing
import os
import random
import select
import struct
import subprocess
import time

CLONE_NEWNET = 0x40000000
TUNSETIFF = 0x400454CA
IFF_TUN_NO_PI = 0x1001
DEVICE = "fanlight0"
MTU = 1400
AGENT = "10.99.71.1"
RELAY = "10.99.71.2"


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


class Link:
    """The way from the agent's namespace to the relay's. `with` makes it and takes everything away again."""

    def __init__(self, seed):
        name = f"fanlight-{os.getpid()}"
        self.agent = f"{name}-agent"
        self.relay = f"{name}-relay"
        self._loss = multiprocessing.Value("d", 0.0)
        self._delay = multiprocessing.Value("d", 0.01)
        self._bytes = multiprocessing.Array("q", 4)
        self._seed = seed

    def __enter__(self):
        try:
            for namespace in (self.agent, self.relay):
                run("ip", "netns", "add", namespace)
            ends = _tun(self.agent, AGENT, RELAY), _tun(self.relay, RELAY, AGENT)
            self._forwarder = multiprocessing.Process(target=_forward, args=(*ends, self._loss, self._delay, self._bytes, self._seed), daemon=True)
            self._forwarder.start()
            for end in ends:
                os.close(end)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if hasattr(self, "_forwarder"):
            self._forwarder.kill()
            self._forwarder.join()
        for namespace in (self.agent, self.relay):
            subprocess.run(("ip", "netns", "del", namespace), stderr=subprocess.DEVNULL, check=False)

    def impair(self, loss=0.0, round_trip=0.02):
        """Loses this share of what the agent sends, and delays both directions by half of `round_trip` seconds."""
        self._loss.value = loss
        self._delay.value = round_trip / 2

    def cap(self, kilobits):
        """Limits what the agent sends."""
        run("ip", "netns", "exec", self.agent, "tc", "qdisc", "replace", "dev", DEVICE, "root", "tbf",
            "rate", f"{kilobits}kbit", "burst", "8kb", "latency", "300ms")  # fmt: skip

    def uncap(self):
        run("ip", "netns", "exec", self.agent, "tc", "qdisc", "del", "dev", DEVICE, "root")

    def transferred(self):
        """Bytes so far: from the agent with IP and TCP headers, without them; to it, the same."""
        return list(self._bytes)

    def unsent(self):
        """Bytes that the kernel holds of what the agent has written: not sent, or sent and not acknowledged."""
        sockets = subprocess.run(("ip", "netns", "exec", self.agent, "ss", "-tnH", "state", "established"), capture_output=True, text=True, check=True).stdout
        return sum(int(line.split()[1]) for line in sockets.splitlines())


def _tun(namespace, address, peer):
    """A TUN device in a namespace; this process stays where it is."""
    libc = ctypes.CDLL(None, use_errno=True)
    here = os.open("/proc/self/ns/net", os.O_RDONLY)
    there = os.open(f"/var/run/netns/{namespace}", os.O_RDONLY)
    try:
        if libc.setns(there, CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), "setns")
        device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH14x", DEVICE.encode(), IFF_TUN_NO_PI))
        run("ip", "link", "set", "lo", "up")
        run("ip", "addr", "add", address, "peer", peer, "dev", DEVICE)
        run("ip", "link", "set", DEVICE, "mtu", str(MTU), "up")
        return device
    finally:
        libc.setns(here, CLONE_NEWNET)
        os.close(here)
        os.close(there)


def _forward(agent, relay, loss, delay, transferred, seed):
    """Passes packets on, each after its delay; ends when it is killed."""
    chance = random.Random(seed)
    waiting = []
    number = 0
    while True:
        pause = min(0.5, max(0.0, waiting[0][0] - time.monotonic())) if waiting else 0.5
        ready, _, _ = select.select([agent, relay], [], [], pause)
        now = time.monotonic()
        for end in ready:
            for packet in _packets(end):
                upward = end == agent
                _count(transferred, 0 if upward else 2, packet)
                if upward and chance.random() < loss.value:
                    continue
                number += 1
                heapq.heappush(waiting, (now + delay.value, number, relay if upward else agent, packet))
        while waiting and waiting[0][0] <= time.monotonic():
            _, _, end, packet = heapq.heappop(waiting)
            try:
                os.write(end, packet)
            except OSError:
                pass


def _packets(end):
    for _ in range(64):
        try:
            yield os.read(end, 2048)
        except BlockingIOError:
            return


def _count(transferred, index, packet):
    transferred[index] += len(packet)
    if packet[0] >> 4 == 4 and packet[9] == 6:
        headers = (packet[0] & 15) * 4 + (packet[(packet[0] & 15) * 4 + 12] >> 4) * 4
        transferred[index + 1] += len(packet) - headers
