#!/usr/bin/env python3
"""What a recording lacks after the camera's uplink was cut, and how old the live video is while the rest is brought. Prints a table.

A real agent with an encoder publishes to a real relay that records, in two network namespaces of their own. What the agent made is read
at the agent itself, by its preview, and compared with the recording, frame by frame. Needs root, ip and tc, and both jars (make build).
"""

import argparse
import collections
import signal
import sys
import time

from uplink import missing, p95, percentile, programs, rate
from uplinkbench.link import Link
from uplinkbench.recorded import digest, read
from uplinkbench.rig import CAMERA, Rig
from uplinkbench.viewer import Viewer

PREVIEW = 8770
MOST_AGE = 1.0
REJOIN = 5
# What the recorder allows between a group that comes late and what is there: BackfillWriter.TOLERANCE_MICROS.
MOST_STEP = 0.1


class Witness(Viewer):
    """Notes at the agent which frames were made: µs of their capture and a hash."""

    def __init__(self, *arguments):
        self.made = []
        super().__init__(*arguments)

    def video(self, track, captured, payload):
        if track == 0:
            self.made.append((captured, digest(payload)))


class Comparison:
    """What was made against what is recorded."""

    def __init__(self, made, recorded):
        known = {unit.hash for unit in recorded} & {seen for _, seen in made}
        first = next((i for i, (_, seen) in enumerate(made) if seen in known), 0)
        self.made = made[first:]
        recorded = _within(recorded, self.made[0][1], self.made[-1][1]) if known else []
        wanted = collections.Counter(seen for _, seen in self.made)
        there = collections.Counter(unit.hash for unit in recorded)
        self.missing = sum((wanted - there).values())
        self.twice = sum((there - wanted).values())
        self.ordered = [seen for _, seen in self.made] == [unit.hash for unit in recorded]
        self.steps = _steps(self.made, recorded)

    def is_whole(self):
        return self.made and not self.missing

    def worst_step(self):
        """Where distances differ most from those of the capture, in seconds."""
        return max(self.steps, default=0) / 1e6


def _within(recorded, first, last):
    """Without what was recorded before there was a witness, and after it was read."""
    hashes = [unit.hash for unit in recorded]
    end = len(hashes) - hashes[::-1].index(last) if last in hashes else len(hashes)
    return recorded[hashes.index(first) : end]


def _steps(made, recorded):
    captured = {seen: at for at, seen in made}
    pairs = [(unit.micros, captured[unit.hash]) for unit in recorded if unit.hash in captured]
    return [abs((b[0] - a[0]) - (b[1] - a[1])) for a, b in zip(pairs, pairs[1:], strict=False)]


class Outage:
    """One run: cut, healed, whole again."""

    def __init__(self, rig, chosen):
        self.rig = rig
        self.chosen = chosen
        self.key = rig.record()
        self.witness = rig.watch_at_agent(Witness)
        self.viewer = rig.watch()
        time.sleep(chosen.before)
        self.began = time.time() - chosen.before / 2
        self.end = time.time()
        self.last = Comparison([], [])

    def compare(self):
        """The recording up to what was live some seconds ago."""
        made = [frame for frame in self.witness.made if frame[0] / 1e6 < self.end]
        return Comparison(made, read(self.rig.fetch, CAMERA, self.key, self.began - 60, self.end))

    def cut(self):
        now = time.monotonic()
        usual = rate(self.viewer.seen.between(now - 5, now), 5)
        self.rig.link.impair(loss=1.0)
        time.sleep(self.chosen.cut - REJOIN)
        # The relay may have ended the first viewer, who was silent as long as there was nothing to watch.
        self.viewer = self.rig.watch()
        time.sleep(REJOIN)
        self.rig.link.cap(max(200, int(usual * self.chosen.cap)))
        self.rig.link.impair()
        self.healed = time.monotonic()
        return usual

    def await_whole(self):
        """Seconds from healing until nothing is missing; None when that never comes."""
        self.end = time.time() + 3
        limit = self.healed + self.chosen.limit
        time.sleep(6)
        while time.monotonic() < limit:
            try:
                self.last = self.compare()
            except LookupError:
                # A group was replaced after the playlist was read: it is not whole yet.
                continue
            if self.last.is_whole():
                return time.monotonic() - self.healed
            time.sleep(2)
        return None

    def live(self):
        """Frames from the first one after healing on."""
        return self.viewer.seen.between(self.healed, time.monotonic())


def judge(run, usual, whole):
    now = run.last
    live = run.live()
    first = live[0].at - run.healed if live else float("inf")
    yield "stream before", f"{usual:.0f} kbit/s, healed with {usual * run.chosen.cap:.0f}", None
    yield "cut for", f"{run.chosen.cut:.0f} s, whole after {f'{whole:.0f} s' if whole else 'never'}", whole is not None
    yield "frames made, missing in the recording, twice", f"{len(now.made)}, {now.missing}, {now.twice}", not now.missing and not now.twice
    yield "in order", str(now.ordered), now.ordered
    yield "largest step against the capture", f"{now.worst_step() * 1000:.0f} ms", now.worst_step() <= MOST_STEP
    if run.chosen.restart == "none":
        yield "first live frame after healing", f"{first:.1f} s", None
        yield "live age p50", f"{percentile([frame.age for frame in live], 0.5) * 1000:.0f} ms", None
        yield "live age p95 while the rest was brought", f"{p95(live) * 1000:.0f} ms", p95(live) <= MOST_AGE


def restart(run, how):
    """Ends the relay by signals, twice while it takes what is late."""
    for _ in range(2):
        time.sleep(run.chosen.cut / 3)
        run.rig.restart_relay(how)


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="a cut of 12 s, for every day")
    parser.add_argument("--cut", type=float, default=60, metavar="SECONDS", help="how long the uplink is cut (default 60)")
    parser.add_argument("--cap", type=float, default=2, metavar="TIMES", help="what the uplink carries afterwards, in bit rates of the stream (default 2)")
    parser.add_argument("--restart", choices=("none", "term", "kill"), default="none", help="end and start the relay twice while the rest is brought")
    programs(parser)
    chosen = parser.parse_args()
    chosen.cut = 12 if chosen.short else chosen.cut
    chosen.before = 8 if chosen.short else 20
    chosen.limit = 60 + 4 * chosen.cut
    return chosen


def main():
    chosen = options()
    reason = missing()
    if reason:
        print(f"Skipped: {reason}.", file=sys.stderr)
        return 0
    failed = 0
    settings = ["camera.encode=software", "low.enabled=false", f"preview.listen=0.0.0.0:{PREVIEW}", *chosen.set]
    with Link(1) as link, Rig(link, chosen.relay.split(), chosen.agent.split(), chosen.source, settings) as rig:
        run = Outage(rig, chosen)
        usual = run.cut()
        if chosen.restart != "none":
            how = signal.SIGTERM if chosen.restart == "term" else signal.SIGKILL
            restart(run, how)
        for what, value, kept in judge(run, usual, run.await_whole()):
            mark = " " if kept is None else "✓" if kept else "✗"
            failed += kept is False
            print(f"{mark} {what:45} {value}", flush=True)
        if chosen.verbose:
            print(rig.agent_log())
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
