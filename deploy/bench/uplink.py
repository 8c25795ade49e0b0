#!/usr/bin/env python3
"""What viewers see of a camera whose uplink is bad: slow, lossy, broken for half a minute, dead. Prints a table.

Relay and agent run in two network namespaces of their own, which are taken away at the end; nothing else of this computer's
network is touched. Needs root, ip, tc and ss, and both jars (make build). deploy/bench/README.md tells how to read it.
"""

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

from uplinkbench.link import Link
from uplinkbench.rig import Rig

ROOT = Path(__file__).resolve().parents[2]
FOOTAGE = ROOT / "edge-agent/src/test/resources/media/cars-768x432-12.5fps-baseline-aac.mp4"
KILOBIT = 1000


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("inf")


def p95(frames):
    return percentile([frame.age for frame in frames], 0.95)


def rate(frames, seconds):
    """Kilobits a second."""
    return sum(frame.size for frame in frames) * 8 / seconds / KILOBIT


def settle(viewer, seconds=15):
    """Waits for video, and until nothing of the start is on its way any more."""
    end = time.monotonic() + 30
    while not viewer.seen.frames and time.monotonic() < end:
        time.sleep(0.1)
    time.sleep(seconds)


def states_since(viewer, start):
    seen = [state for at, state in viewer.seen.states if at >= start]
    return " ► ".join(seen) or viewer.seen.state()


def capped(rig, viewer):
    start = time.monotonic()
    before = rate(viewer.seen.between(start - 5, start), 5)
    rig.link.cap(1000)
    time.sleep(60)
    rig.link.uncap()
    late = viewer.seen.between(start + 8, start + 12)
    whole = viewer.seen.between(start, start + 60)
    yield "bit rate without a cap", f"{before:.0f} kbit/s", None
    yield "bit rate 8-12 s after a cap of 1 Mbit/s", f"{rate(late, 4):.0f} kbit/s", rate(late, 4) <= 850
    yield "bit rate over that minute", f"{rate(whole, 60):.0f} kbit/s", None
    yield "frames a second", f"{len(whole) / 60:.1f}", None
    yield "age p95 over the whole minute", f"{p95(whole) * 1000:.0f} ms", p95(whole) <= 0.8
    yield "age p95 after the first 10 s", f"{p95(viewer.seen.between(start + 10, start + 60)) * 1000:.0f} ms", None
    yield "what viewers read", states_since(viewer, start), None


def lossy(rig, viewer):
    start = time.monotonic()
    rig.link.impair(loss=0.10, round_trip=0.3)
    time.sleep(90)
    whole = viewer.seen.between(start + 30, start + 90)
    yield "frames a second", f"{len(whole) / 60:.1f}", len(whole) >= 60
    yield "age p50", f"{percentile([frame.age for frame in whole], 0.5) * 1000:.0f} ms", None
    yield "age p95", f"{p95(whole) * 1000:.0f} ms", p95(whole) <= 3
    yield "age p95 of the first 30 s", f"{p95(viewer.seen.between(start, start + 30)) * 1000:.0f} ms", None
    yield "what viewers read", states_since(viewer, start), None


def broken(rig, viewer):
    start = time.monotonic()
    rig.link.impair(loss=0.5)
    queue = 0
    while time.monotonic() < start + 30:
        queue = max(queue, rig.link.unsent())
        time.sleep(0.2)
    rig.link.impair()
    healed = time.monotonic()
    time.sleep(20)
    fresh = [frame.at - healed for frame in viewer.seen.between(healed, healed + 20) if frame.age < 1]
    bad = [at - start for at, state in viewer.seen.states if at >= start and state not in ("live", "starting")]
    yield "kernel's queue, most", f"{queue / 1024:.0f} KiB", queue <= 1 << 20
    yield "frames in the 30 s", str(len(viewer.seen.between(start, healed))), None
    yield "viewers read it after", f"{bad[0]:.1f} s" if bad else "never", bool(bad) and bad[0] <= 10
    yield "what they read", states_since(viewer, start), None
    yield "first frame younger than 1 s after healing", f"{fresh[0]:.1f} s" if fresh else "none in 20 s", bool(fresh) and fresh[0] <= 5


def dead(rig, viewer):
    start = time.monotonic()
    known = rig.agent_log().count("Trying again")
    rig.link.impair(loss=1.0)
    noticed = told = None
    while time.monotonic() < start + 30 and (noticed is None or told is None):
        if noticed is None and rig.agent_log().count("Trying again") > known:
            noticed = time.monotonic() - start
        if told is None and viewer.seen.state() not in ("live", "live/slow"):
            told = time.monotonic() - start
        time.sleep(0.1)
    rig.link.impair()
    yield "agent notices after", f"{noticed:.1f} s" if noticed else "never", bool(noticed) and noticed <= 15
    yield "viewers read it after", f"{told:.1f} s" if told else "never", bool(told) and told <= 15


def asleep(rig, viewer):
    viewer.close()
    time.sleep(8)
    before = rig.link.transferred()
    time.sleep(60)
    used = [(after - was) / 60 for was, after in zip(before, rig.link.transferred(), strict=True)]
    yield "bytes a second, TLS, both directions", f"{used[1] + used[3]:.0f}", used[1] + used[3] <= 120
    yield "the same with IP and TCP headers", f"{used[0] + used[2]:.0f}", None


SCENARIOS = {"cap": capped, "loss": lossy, "broken": broken, "dead": dead, "asleep": asleep}


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(SCENARIOS), metavar="NAMES", help="cap, loss, broken, dead, asleep; comma-separated (default: all)")
    parser.add_argument("--seed", type=int, default=1, help="of the losses (default 1)")
    programs(parser)
    return parser.parse_args()


def programs(parser):
    """What runs on the two sides of the link."""
    parser.add_argument("--source", default=f"file:{FOOTAGE}", metavar="SRC", help="what the agent captures (default: footage of cars, which is encoded)")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="a setting of the agent; may be repeated")
    parser.add_argument("--relay", default=f"java -jar {ROOT}/cloud-relay/target/fanlight-relay.jar", metavar="COMMAND")
    parser.add_argument("--agent", default=f"java -jar {ROOT}/edge-agent/target/fanlight-agent.jar", metavar="COMMAND")
    parser.add_argument("-v", "--verbose", action="store_true", help="print the agent's own lines")


def missing():
    if os.geteuid() != 0:
        return "network namespaces need root"
    tools = [tool for tool in ("ip", "tc", "ss") if shutil.which(tool) is None]
    if tools:
        return "it needs " + ", ".join(tools) + " (Debian package iproute2)"
    return None if os.path.exists("/dev/net/tun") else "this computer has no /dev/net/tun"


def main():
    chosen = options()
    reason = missing()
    if reason:
        print(f"Skipped: {reason}.", file=sys.stderr)
        return 0
    failed = 0
    for name in chosen.only.split(","):
        settings = ["camera.linger=2s", "camera.encode=software", *chosen.set]
        with Link(chosen.seed) as link, Rig(link, chosen.relay.split(), chosen.agent.split(), chosen.source, settings) as rig:
            viewer = rig.watch()
            settle(viewer)
            for what, value, kept in SCENARIOS[name](rig, viewer):
                mark = " " if kept is None else "✓" if kept else "✗"
                failed += kept is False
                print(f"{name:8} {mark} {what:45} {value}", flush=True)
            if chosen.verbose:
                print(rig.agent_log())
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
