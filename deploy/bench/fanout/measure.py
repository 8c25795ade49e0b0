"""One run: a number of viewers at one server, and what that cost."""

import time
from dataclasses import dataclass

from . import machine
from .program import Program
from .servers import C_BUILD

CONNECT_SECONDS = 125
PUBLISH_SECONDS = 15
SPARE_SECONDS = 30
GIGABYTE = 1e9


@dataclass(frozen=True)
class Load:
    """How the viewers of every run behave."""

    cpu: int
    tls: bool
    warmup: int
    seconds: int
    log: object


@dataclass(frozen=True)
class _Sample:
    at: float
    server: float
    ours: float
    machine: float


def _sample(server, ours):
    return _Sample(time.monotonic(), machine.cpu_seconds(server.pid), sum(map(machine.cpu_seconds, ours)), machine.busy_seconds())


def _publisher(server, load, lifetime, options):
    if server.ingest_port is None:
        return []
    command = [C_BUILD / "publish", "--port", server.ingest_port, "--seconds", lifetime, *options]
    return [Program(command, load.cpu, load.log)]


def _viewers(server, count, load, options):
    command = [C_BUILD / "load", "--port", server.port, "--viewers", count, "--warmup", load.warmup, "--seconds", load.seconds]
    command += [*options, *(["--tls"] if load.tls else [])]
    return Program(command, load.cpu, load.log)


def _row(server, count, result, begin, end):
    normal = result["normal"]
    cpu = end.server - begin.server
    span = end.at - begin.at
    gigabytes = normal["media_bytes"] / GIGABYTE
    others = end.machine - begin.machine - (end.ours - begin.ours)
    return {
        "server": server.name,
        "viewers": count,
        "fps": normal["fps"],
        "cpu_s_per_gb": cpu / gigabytes if gigabytes else None,
        "core": cpu / span,
        "p50_ms": normal["p50_ms"],
        "p99_ms": normal["p99_ms"],
        "max_ms": normal["max_ms"],
        "lost": normal["lost"] + normal["reordered"],
        "broken": normal["broken"],
        "missing_viewers": count - result["open"],
        "close_codes": result["close_codes"],
        "connect_s": result["connect_seconds"],
        "rss_mb": machine.rss_mb(server.pid),
        "other_cpu": max(0.0, others) / span,
        "load": result,
    }


def run(server, count, load, everybody):
    """Measures once; None when the load did not come to an end. `everybody` are the pids of all servers."""
    lifetime = CONNECT_SECONDS + load.warmup + load.seconds + SPARE_SECONDS
    idle_rss = machine.rss_mb(server.pid)
    load_options, publish_options = server.options_of_next_run()
    programs = _publisher(server, load, lifetime, publish_options)
    try:
        if not all(program.expect("publishing", PUBLISH_SECONDS) for program in programs):
            return None
        viewers = _viewers(server, count, load, load_options)
        programs.append(viewers)
        ours = [*everybody, *(program.pid for program in programs)]
        if viewers.expect("window", CONNECT_SECONDS + load.warmup) is None:
            return None
        begin = _sample(server, ours)
        if viewers.expect("window_end", load.seconds + SPARE_SECONDS) is None:
            return None
        end = _sample(server, ours)
        result = viewers.expect("result", SPARE_SECONDS)
        return result and {**_row(server, count, result, begin, end), "rss_before_mb": idle_rss}
    finally:
        for program in reversed(programs):
            program.end()
