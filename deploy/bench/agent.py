#!/usr/bin/env python3
"""What the agent costs on this computer: processor, memory, start. Prints a table, beside ffmpeg where that does the same work.

A real agent publishes by TLS to a real relay on loopback, with the flags of its systemd unit. Needs both jars (make build) and
ffmpeg. deploy/bench/README.md tells how to read it.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from agentbench.rig import Rig

ROOT = Path(__file__).resolve().parents[2]
FOOTAGE = ROOT / "edge-agent/src/test/resources/media"
UNIT = ROOT / "deploy/systemd/fanlight-agent.service"
CGROUPS = Path("/sys/fs/cgroup")
MIB = 1 << 20
SETTLE = 6
SETTINGS = ["camera.width=1280", "camera.height=720", "camera.fps=30", "camera.bitrate=1200k", "camera.keyframe_every=2s",
            "low.enabled=false", "camera.linger=1s"]  # fmt: skip
X264 = ["-c:v", "libx264", "-preset", "superfast", "-tune", "zerolatency", "-profile:v", "baseline", "-b:v", "1200k",
        "-maxrate", "1200k", "-bufsize", "600k", "-g", "60", "-sc_threshold", "0", "-threads", "2"]  # fmt: skip


def load():
    return f"load {os.getloadavg()[0]:.1f}"


def unit_flags():
    """The JVM's flags of the systemd unit."""
    line = next(line for line in UNIT.read_text().splitlines() if line.startswith("ExecStart="))
    return [word for word in line.split() if word.startswith("-X")]


def unit_allocation():
    """What the unit sets for the C library's memory."""
    lines = [line.removeprefix("Environment=") for line in UNIT.read_text().splitlines() if line.startswith("Environment=MALLOC_")]
    return dict(line.split("=", 1) for line in lines)


def cpu(pid):
    """Seconds of processor time of a process, ended threads too."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def threads(pid):
    """Seconds of processor time of each thread, by its name."""
    times = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        name = (task / "comm").read_text().strip()
        times[name] = times.get(name, 0) + int((task / "schedstat").read_text().split()[0]) / 1e9
    return times


def resident(pid):
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def clip(folder, b_frames):
    """30 frames a second of 1280x720, out of the footage of a person: each of its frames once."""
    path = folder / f"clip-{b_frames}.mp4"
    if path.exists():
        return path
    source = next(FOOTAGE.glob("person-*.mp4"))
    coding = ["-bf", str(b_frames), "-profile:v", "main" if b_frames else "baseline", "-g", "60", "-b:v", "4M" if b_frames else "1200k"]
    subprocess.run(["ffmpeg", "-v", "error", "-i", source, "-an", "-vf", "setpts=N/30/TB,scale=1280:720", "-r", "30", "-c:v",
                    "libx264", "-preset", "veryfast", *coding, path], check=True)  # fmt: skip
    return path


def largest(parts):
    return ", ".join(f"{name} {ms:.2f}" for name, ms in sorted(parts.items(), key=lambda part: -part[1])[:6])


def agent_window(rig, seconds):
    """Milliseconds a frame of the process and of its threads, and its memory."""
    with rig.watch() as viewer:
        time.sleep(SETTLE)
        start, before, each = time.monotonic(), cpu(rig.agent.pid), threads(rig.agent.pid)
        time.sleep(seconds)
        frames = len(viewer.seen.between(start, time.monotonic()))
        used = cpu(rig.agent.pid) - before
        parts = {name: 1000 * (after - each.get(name, 0)) / frames for name, after in threads(rig.agent.pid).items()}
        memory = resident(rig.agent.pid)
    time.sleep(3)
    return 1000 * used / frames, parts, memory, frames / seconds


def ffmpeg_window(path, seconds, coding):
    command = ["ffmpeg", "-v", "error", "-nostdin", "-re", "-stream_loop", "-1", "-threads", "1", "-i", path, "-an", *coding, "-f",
               "h264", "-y", "/dev/null"]  # fmt: skip
    process = subprocess.Popen(command)
    try:
        time.sleep(SETTLE)
        before = cpu(process.pid)
        time.sleep(seconds)
        return 1000 * (cpu(process.pid) - before) / (30 * seconds)
    finally:
        process.kill()
        process.wait()


def encode(bench):
    path = clip(bench.folder, 2)
    ratios = []
    with bench.rig(f"file:{path}", SETTINGS) as rig:
        agent_window(rig, bench.seconds)
        for _ in range(bench.pairs):
            own, parts, memory, fps = agent_window(rig, bench.seconds)
            other = ffmpeg_window(path, bench.seconds, X264)
            ratios.append(own / other)
            print(f"  {own:.2f} / {other:.2f} ms = {own / other:.2f}, {fps:.1f} fps, {memory:.0f} MB, {load()}; {largest(parts)}", flush=True)
    middle = statistics.median(ratios)
    yield "CPU a frame, × ffmpeg with the same settings", f"{middle:.2f} (median of {len(ratios)})", middle <= 1.15
    yield f"RSS, 1280x720 at 30 fps decoded and encoded, opening {bench.pairs + 1}", f"{memory:.0f} MB", memory <= 175


def passed(bench):
    path = clip(bench.folder, 0)
    with bench.rig(f"file:{path}", SETTINGS) as rig:
        for _ in range(bench.pairs):
            own, parts, memory, fps = agent_window(rig, bench.seconds)
            print(f"  {own:.2f} ms, {load()}; {largest(parts)}", flush=True)
    yield "CPU a frame passed through, whole process", f"{own:.2f} ms at {fps:.1f} fps, {load()}", own <= 1
    yield "CPU a frame passed through, thread “capture”", f"{parts['capture']:.2f} ms", parts["capture"] <= 0.2
    yield "RSS, passed through", f"{memory:.0f} MB", memory <= 125


def start(bench):
    archive = bench.folder / "agent.jsa"
    with bench.rig("test", SETTINGS) as rig:
        plain = [rig.restart([]) for _ in range(bench.pairs)]
        rig.restart([f"-XX:ArchiveClassesAtExit={archive}"])
        rig.stop_agent()
        archived = [rig.restart([f"-XX:SharedArchiveFile={archive}"]) for _ in range(bench.pairs)]
        memory = resident(rig.agent.pid)
    yield "start to connected", f"{statistics.median(plain):.2f} s (median of {len(plain)}), {load()}", None
    middle = statistics.median(archived)
    yield "start to connected, with an AppCDS archive", f"{middle:.2f} s, RSS {memory:.0f} MB", middle <= 1.7


def wake(bench):
    times = []
    with bench.rig("test", SETTINGS) as rig:
        for _ in range(bench.pairs + 1):
            begin = time.time()
            with rig.watch() as viewer:
                times.append(viewer.first_captured_after(begin) - begin)
            time.sleep(3)
    warm = [1000 * one for one in times[1:]]
    yield "viewer's socket to a new frame, test source", f"{statistics.median(warm):.0f} ms, most {max(warm):.0f} ms", max(warm) <= 300


class Limited:
    """`with` makes a memory cgroup, of version 1 or 2, whose processes get no more than so many bytes."""

    def __init__(self, limit):
        first = CGROUPS / "memory"
        if (first / "memory.limit_in_bytes").exists():
            parent, name, self._used = first, "memory.limit_in_bytes", "memory.usage_in_bytes"
        elif (CGROUPS / "cgroup.controllers").exists():
            parent, name, self._used = CGROUPS, "memory.max", "memory.current"
        else:
            raise OSError("there is no memory cgroup")
        self._group = parent / f"fanlight-bench-{os.getpid()}"
        self._group.mkdir()
        (self._group / name).write_text(str(limit))
        self.processes = self._group / "cgroup.procs"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        time.sleep(1)
        self._group.rmdir()

    def used(self):
        return int((self._group / self._used).read_text())


def cgroup(bench):
    what = "in a memory cgroup of 256 MB"
    try:
        limited = Limited(256 * MIB)
    except OSError as reason:
        yield what, f"not run: {reason}", None
        return
    path = clip(bench.folder, 2)
    with limited:
        with bench.rig(f"file:{path}", SETTINGS, limited.processes) as rig:
            _, _, memory, fps = agent_window(rig, bench.seconds)
            charged = limited.used() / MIB
            alive = rig.agent.poll() is None
        yield what, f"{fps:.1f} fps, charged {charged:.0f} MB, RSS {memory:.0f} MB", alive and fps > 25


PARTS = {"encode": encode, "passed": passed, "start": start, "wake": wake, "cgroup": cgroup}


class Bench:
    """What the parts share."""

    def __init__(self, chosen, folder):
        self.folder = folder
        self.pairs = chosen.pairs
        self.seconds = chosen.seconds
        self._relay = chosen.relay.split()
        self._agent = ["java", *(chosen.jvm.split() if chosen.jvm else unit_flags()), "-jar", chosen.agent]

    def rig(self, source, settings, group=None):
        return Rig(self._relay, self._agent, source, settings, group, unit_allocation())


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(PARTS), metavar="NAMES", help="comma-separated (default: all)")
    parser.add_argument("--pairs", type=int, default=5, help="repeats of what is compared (default 5)")
    parser.add_argument("--seconds", type=int, default=15, help="of each measurement (default 15)")
    parser.add_argument("--jvm", metavar="FLAGS", help="in place of the unit's, for example --jvm=-Xmx192m")
    parser.add_argument("--relay", default=f"java -jar {ROOT}/cloud-relay/target/fanlight-relay.jar", metavar="COMMAND")
    parser.add_argument("--agent", default=f"{ROOT}/edge-agent/target/fanlight-agent.jar", metavar="JAR")
    return parser.parse_args()


def main():
    chosen = options()
    if shutil.which("ffmpeg") is None:
        print("Skipped: it needs ffmpeg.", file=sys.stderr)
        return 0
    failed = 0
    with tempfile.TemporaryDirectory(prefix="fanlight-agent-bench-") as folder:
        bench = Bench(chosen, Path(folder))
        for name in chosen.only.split(","):
            for what, value, kept in PARTS[name](bench):
                mark = " " if kept is None else "✓" if kept else "✗"
                failed += kept is False
                print(f"{name:8} {mark} {what:50} {value}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
