#!/usr/bin/env python3
"""The delay of each gateway, beside node-media-server, in one run: one stream is published by RTMP to both, and one reader of each protocol
writes down how old frames are when they arrive. deploy/bench/README.md tells how to read it.
"""

import argparse
import os
import re
import signal
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field

from delaybench import readers
from delaybench.marks import Marks
from fanout import build, flv_servers, machine, relay_flv, servers
from fanout.program import Program

SETTLE_SECONDS = 5
PUBLISH_SECONDS = 15
SPARE_SECONDS = 60


@dataclass
class Path:
    """A protocol of a server, its reader and what that saw."""

    name: str
    read: object
    marks: Marks = field(default_factory=Marks)
    problem: str = ""
    begun: float = 0.0

    def run(self, stop):
        self.begun = time.monotonic()
        try:
            self.read(self.marks, stop)
        except (OSError, readers.ReaderFailed) as why:
            self.problem = "" if stop.is_set() else str(why)


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=20, metavar="S", help="how long it is measured (default 20)")
    return parser.parse_args()


def relay_paths(relay, ports):
    secret, camera = relay.secret, relay_flv.CAMERA
    srt = next(player["url"] for player in relay.link["players"] if player["protocol"] == "SRT")
    return [
        Path("relay: HTTP-FLV", readers.http_flv(relay.port, f"/live/{camera}.flv?key={secret}")),
        Path("relay: FLV by WebSocket", readers.websocket(relay.port, f"/live/{camera}.flv?key={secret}")),
        Path("relay: RTMP", readers.rtmp_play(ports["rtmp"], "live", f"{camera}?key={secret}")),
        Path("relay: RTSP by TCP", readers.rtsp(ports["rtsp"], camera, secret)),
        Path("relay: SRT", readers.srt(re.sub("//[^?]*", f"//{readers.LOOPBACK}:{ports['srt']}", srt))),
        Path("relay: LL-HLS, parts", readers.low_latency_hls(relay.port, f"/live/{camera}.m3u8?key={secret}")),
    ]


def peer_paths(peer):
    return [
        Path("node-media-server: HTTP-FLV", readers.http_flv(peer.port, f"/live/{flv_servers.STREAM}.flv")),
        Path("node-media-server: RTMP", readers.rtmp_play(peer.ingest_port, "live", flv_servers.STREAM)),
    ]


def published(name, port, names, seconds, how):
    program = Program([servers.C_BUILD / "publish", "--port", port, "--seconds", seconds, "--rtmp", *names], how.cpu, how.log)
    if program.expect("publishing", PUBLISH_SECONDS) is None:
        program.end()
        sys.exit(f"{name} did not take the stream. {how.log.name} has what it said.")
    return program


def start_relay(how):
    names = ("rtmp", "rtsp", "srt")
    ports = dict(zip(names, flv_servers.free_ports(len(names))))
    gateways = {"gateways.flv.type": "http_flv", "gateways.hls.type": "hls", **{f"gateways.{name}.port": port for name, port in ports.items()}}
    return relay_flv.opened("relay", how, gateways, (ports["rtmp"], ports["rtsp"])), ports


def percentile(ordered, share):
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def row(path):
    delays = sorted(path.marks.take())
    if not delays:
        return f"{path.name:<38} {path.problem or 'no frame arrived'}"
    first = (path.marks.first - path.begun) * 1000
    return f"{path.name:<38} {len(delays):>6} {percentile(delays, 0.5):>9.1f} {percentile(delays, 0.95):>9.1f} {delays[-1]:>9.1f} {first:>9.0f}"


def measure(paths, seconds):
    stop = threading.Event()
    threads = [threading.Thread(target=path.run, args=(stop,), name=path.name, daemon=True) for path in paths]
    for thread in threads:
        thread.start()
    time.sleep(SETTLE_SECONDS)
    for path in paths:
        path.marks.take()
    time.sleep(seconds)
    print(f"{'path':<38} {'frames':>6} {'p50 ms':>9} {'p95 ms':>9} {'max ms':>9} {'first ms':>9}")
    for path in paths:
        print(row(path))
    stop.set()
    return [path.name for path in paths if path.marks.first is None]


def main():
    wanted = options()
    machine.into_own_session()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda given, _: sys.exit(128 + given))
    build.c_programs()
    build.node_packages()
    lifetime = wanted.seconds + SETTLE_SECONDS + SPARE_SECONDS
    cpus = ",".join(map(str, sorted(os.sched_getaffinity(0))))
    started = []
    with tempfile.NamedTemporaryFile("w", prefix="fanlight-delay-", suffix=".log", delete=False) as log:
        how = servers.Start(cpus, cpus, None, log, lifetime, (), ())
        try:
            relay, ports = start_relay(how)
            started.append(relay)
            peer = flv_servers.media_server("node-media-server", how)
            started.append(peer)
            started.append(published("The relay", ports["rtmp"], ("live", relay.key), lifetime, how))
            started.append(published("node-media-server", peer.ingest_port, ("live", flv_servers.STREAM), lifetime, how))
            print(machine.description(None))
            print("Published by RTMP, 30 frames a second of 2 Mbit/s; a reader of each protocol at the same time.\n")
            missing = measure([*relay_paths(relay, ports), *peer_paths(peer)], wanted.seconds)
        except servers.CannotStart as why:
            sys.exit(str(why))
        finally:
            for one in reversed(started):
                one.end()
    if missing:
        sys.exit(f"No frame arrived by: {', '.join(missing)}.")


if __name__ == "__main__":
    main()
