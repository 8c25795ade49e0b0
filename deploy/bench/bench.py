#!/usr/bin/env python3
"""The same load against several servers, one at a time, interleaved; prints one table with ratios to a C floor.

deploy/bench/README.md tells how to read it.
"""

import argparse
import json
import os
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

from fanout import build, flv_servers, machine, measure, relay_flv, servers, table

WARMUP_VIEWERS = 1500
WARMUP_SECONDS = 30
WARMUP_ROUNDS = 2
SETTLE_SECONDS = 15
PAUSE_SECONDS = 2
START_ALLOWANCE = 60
MOST_VIEWERS = 16384
MOST_MERGED = 30


def numbers(least, most):
    """A comma-separated list of numbers."""

    def parse(text):
        words = [word for word in text.split(",") if word]
        if not words or not all(word.isdecimal() and least <= int(word) <= most for word in words):
            raise argparse.ArgumentTypeError(f'"{text}" is not a list of numbers from {least} to {most}, like 1000,2000 or 5.')
        return [int(word) for word in words]

    return parse


def up_to(most):
    """A whole number from 1 to `most`."""

    def parse(text):
        if not (text.isdecimal() and 1 <= int(text) <= most):
            raise argparse.ArgumentTypeError(f'"{text}" is not a whole number from 1 to {most}.')
        return int(text)

    return parse


def program_file(text):
    """A file that can be run."""
    if not (os.path.isfile(text) and os.access(text, os.X_OK)):
        raise argparse.ArgumentTypeError(f'"{text}" is no program.')
    return Path(text)


def program_jar(text):
    """A jar that can be read."""
    if not (text.endswith(".jar") and os.access(text, os.R_OK)):
        raise argparse.ArgumentTypeError(f'"{text}" is no jar.')
    return Path(text).resolve()


def results_file(text):
    """A file to write whose name leaves room for that of the log beside it."""
    if os.path.isdir(text) or Path(text).suffix == ".log":
        raise argparse.ArgumentTypeError(f'"{text}" is no name for a file of results, like runs.jsonl.')
    return Path(text)


def known_servers(merges, before, files):
    """Every server by its name, in the order of the table."""
    return {**servers.known(merges, before), relay_flv.NAME: relay_flv.start, **flv_servers.known(files)}


def options():
    names = ", ".join(known_servers([], None, dict.fromkeys(flv_servers.INSTALLED)))
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=f"Servers: {names}, floor-mergeK.", formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", metavar="NAMES", help="servers by name, comma-separated (default: all that can be started)")
    parser.add_argument("--n", type=numbers(1, MOST_VIEWERS), default=[1000, 2000], metavar="N,...", help=f"viewers, each 1 to {MOST_VIEWERS} (default 1000,2000)")
    parser.add_argument("--repeats", type=up_to(20), default=2, metavar="R", help="of each N (default 2)")
    parser.add_argument("--seconds", type=up_to(600), default=8, metavar="S", help="of each window (default 8)")
    parser.add_argument(
        "--settle", type=up_to(600), default=SETTLE_SECONDS, metavar="S", help=f"after all are in (default {SETTLE_SECONDS})"
    )
    parser.add_argument("--congestion", default=None, metavar="NAME", help="TCP congestion control, e.g. cubic (default: the machine's; needs root)")
    parser.add_argument("--tls", action="store_true", help="TLS 1.3 with AES-128-GCM everywhere")
    parser.add_argument("--merge", type=numbers(2, MOST_MERGED), default=[], metavar="K,...", help="also floors that send so many frames at once, e.g. 2,3")
    parser.add_argument("--before", type=program_jar, default=None, metavar="JAR", help="another build of the relay, measured as relay-before")
    parser.add_argument("--srs", type=program_file, default=None, metavar="FILE", help="SRS's program, e.g. trunk/objs/srs (default: on the PATH)")
    parser.add_argument("--go2rtc", type=program_file, default=None, metavar="FILE", help="go2rtc's program (default: on the PATH)")
    parser.add_argument("--relay-set", action="append", default=[], metavar="KEY=VALUE", help="a setting of the relay")
    parser.add_argument("--jvm-option", action="append", default=[], metavar="OPTION", help="an option of the relay's JVM")
    parser.add_argument("--server-cpu", type=int, default=0, metavar="CPU", help="for the server alone (default 0)")
    parser.add_argument("--load-cpu", type=int, default=None, metavar="CPU", help="load and publisher (default: another core)")
    parser.add_argument("--out", type=results_file, default=None, help="JSON lines (default deploy/bench/results/TIME.jsonl)")
    return parser.parse_args()


def given_files(wanted):
    """The programs that the user told where they are, by the server's name; None: not told."""
    return {name: getattr(wanted, name) for name in flv_servers.INSTALLED}


def named_servers(wanted):
    return [name for name in wanted.only.split(",") if name]


def needed_servers(wanted):
    """Whose failure to start ends the bench: those asked for by name or file, and the relay when something was set for it."""
    relays = servers.RELAYS if wanted.relay_set or wanted.jvm_option else ()
    before = {servers.BEFORE} if wanted.before else set()
    return {*named_servers(wanted), *relays, *before, *(name for name, file in given_files(wanted).items() if file)}


def unmeasured(wanted, chosen, rows):
    """The servers that were needed and took part, and of which there is no row."""
    return sorted(needed_servers(wanted) & set(chosen) - {row["server"] for row in rows})


def chosen_servers(wanted):
    known = known_servers(wanted.merge, wanted.before, given_files(wanted))
    names = named_servers(wanted) or list(known)
    for name in names:
        if name not in known:
            sys.exit(f"There is no server {name}; there are {', '.join(known)}.")
    if (wanted.relay_set or wanted.jvm_option) and not set(servers.RELAYS) & set(names):
        sys.exit(f"Something is set for a relay, and --only names none: {', '.join(servers.RELAYS)}.")
    for name, file in given_files(wanted).items():
        if file and name not in names:
            sys.exit(f"--{name} is given, and --only does not name {name}.")
    for merge in wanted.merge:
        if f"floor-merge{merge}" not in names:
            sys.exit(f"--merge {merge} is given, and --only does not name floor-merge{merge}.")
    return {name: known[name] for name in names}


def start_all(chosen, how, needed):
    running = []
    try:
        for name, start in chosen.items():
            try:
                running.append(start(name, how))
            except servers.CannotStart as why:
                if name in needed:
                    sys.exit(str(why))
                print(f"Left out: {why}", flush=True)
    except BaseException:
        end_all(running)
        raise
    return running


def end_all(running):
    for server in running:
        server.end()


def warm_up(running, load, most, pids):
    """Lets the just-in-time compilers of Node and the JVM see the load first, and also that all leave and come again."""
    load = replace(load, warmup=PAUSE_SECONDS, seconds=WARMUP_SECONDS)
    for server in running:
        if server.needs_warmup:
            print(f"  warming {server.name} up", file=sys.stderr, flush=True)
            for _ in range(WARMUP_ROUNDS):
                if measure.run(server, min(most, WARMUP_VIEWERS), load, pids) is None:
                    print(f"  {server.name} did not finish its warm-up. {load.log.name} tells more.", flush=True)
                    break


def in_turn(running, counts, repeats):
    """Every server once for each N and repeat, each time beginning with another one."""
    turn = 0
    for count in counts:
        for repeat in range(repeats):
            shift = turn % len(running)
            turn += 1
            for server in running[shift:] + running[:shift]:
                yield count, repeat, server


def measure_all(running, wanted, load, out):
    pids = [pid for server in running for pid in {server.pid, server.program.pid}]
    warm_up(running, load, max(wanted.n), pids)
    rows = []
    for count, repeat, server in in_turn(running, wanted.n, wanted.repeats):
        row = measure.run(server, count, load, pids)
        if row is None:
            print(f"  {server.name} with {count} viewers did not finish. {load.log.name} tells more.", flush=True)
            continue
        row["repeat"] = repeat
        rows.append(row)
        out.write(json.dumps(row) + "\n")
        out.flush()
        print(f"  {count} {server.name}: {row['cpu_s_per_gb'] or 0:.2f} CPU s/GB, p99 {row['p99_ms']:.1f} ms", file=sys.stderr, flush=True)
        time.sleep(PAUSE_SECONDS)
    order = {server.name: place for place, server in enumerate(running)}
    return sorted(rows, key=lambda row: order[row["server"]])


def lifetime(wanted, count):
    """Seconds that a server with a stream of its own must last: every run of every server at its longest likely."""
    runs = count * (len(wanted.n) * wanted.repeats + 1)
    return START_ALLOWANCE * count + runs * (wanted.seconds + wanted.settle + PAUSE_SECONDS + START_ALLOWANCE)


def header(wanted, load_cpu, priority):
    print(machine.description(wanted.congestion))
    print(
        f"Server alone on CPU {wanted.server_cpu}, load and publisher on CPU {load_cpu}; {priority}; "
        f"{'TLS 1.3 AES-128-GCM' if wanted.tls else 'plain TCP'} on loopback."
    )
    print(
        "Stream: 30 fps, GOP 30, key frames 40,000 B, others 7,241 B (2 Mbit/s). "
        f"Windows of {wanted.seconds} s after {wanted.settle} s of settling, {wanted.repeats} repeats, servers interleaved, order rotated."
    )


def opened(path):
    """A new text file in a folder that is made for it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return open(path, "w", encoding="utf-8")
    except OSError as why:
        sys.exit(f"Cannot write {path}: {why.strerror}.")


def main():
    wanted = options()
    chosen = chosen_servers(wanted)
    load_cpu = machine.other_core(wanted.server_cpu) if wanted.load_cpu is None else wanted.load_cpu
    if load_cpu is None:
        sys.exit("The bench needs two CPUs: one for the server, one for the load.")
    if load_cpu == wanted.server_cpu or not {load_cpu, wanted.server_cpu} <= os.sched_getaffinity(0):
        sys.exit(f"Server and load need a CPU each, of {sorted(os.sched_getaffinity(0))}.")
    machine.into_own_session()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda given, _: sys.exit(128 + given))
    build.c_programs()
    if servers.NODE_SERVERS & set(chosen):
        build.node_packages()
    tls = build.certificate() if wanted.tls else None
    if wanted.congestion:
        machine.into_own_network(wanted.congestion)
    machine.raise_descriptors()
    header(wanted, load_cpu, machine.raise_priority())
    out_path = wanted.out or servers.BENCH / "results" / f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.jsonl"
    with opened(out_path) as out, opened(out_path.with_suffix(".log")) as log:
        how = servers.Start(
            wanted.server_cpu, load_cpu, tls, log, lifetime(wanted, len(chosen)), tuple(wanted.relay_set), tuple(wanted.jvm_option)
        )
        running = start_all(chosen, how, needed_servers(wanted))
        try:
            load = measure.Load(load_cpu, wanted.tls, wanted.settle, wanted.seconds, log)
            rows = measure_all(running, wanted, load, out) if running else []
        finally:
            end_all(running)
    if not rows:
        sys.exit("Nothing was measured.")
    print(f"\n{table.render(rows)}\n\nEach run as a JSON line: {os.path.relpath(out_path)}")
    if missing := unmeasured(wanted, chosen, rows):
        sys.exit(f"Asked for and not measured: {', '.join(missing)}.")


if __name__ == "__main__":
    main()
