"""The servers that can be compared, how each is started and how viewers reach it."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from .program import Program, end_pid

BENCH = Path(__file__).resolve().parent.parent
ROOT = BENCH.parent.parent
C_BUILD = BENCH / "c" / "build"
NODE = BENCH / "node"
RELAY_JAR = ROOT / "cloud-relay" / "target" / "fanlight-relay.jar"
START_SECONDS = 60
NEVER_MERGE = "fanout.merge_delay=0ms"
BEFORE = "relay-before"
RELAYS = ("relay", "relay-unmerged", "relay-sound", BEFORE)
NODE_SERVERS = {"node-ws", "socket.io", "node-media-server"}
SOCKET_IO_PATH = "/socket.io/?EIO=4&transport=websocket"


class CannotStart(Exception):
    """Why a server does not take part, in words for people."""


@dataclass
class Running:
    """A started server. `ingest_port` None: it has its own stream."""

    name: str
    program: Program
    pid: int
    port: int
    ingest_port: int | None
    load_options: list = field(default_factory=list)
    publish_options: list = field(default_factory=list)
    folder: Path | None = None  # made for it, goes with it
    stream: str | None = None  # name of a new stream for each publisher: {stream} in the options stands for it
    publishers: int = 0
    floor: bool = False
    needs_warmup: bool = False

    def options_of_next_run(self):
        """The options of the load and of its publisher, for a stream name that has not been used where the server needs that."""
        self.publishers += 1
        name = f"{self.stream}{self.publishers}"
        load, publish = ([str(option).replace("{stream}", name) for option in of] for of in (self.load_options, self.publish_options))
        return load, publish

    def end(self):
        """Ends the server and what it started."""
        self.program.end()
        if self.pid != self.program.pid:
            end_pid(self.pid)
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)


@dataclass(frozen=True)
class Start:
    """What every server is started with."""

    cpu: int
    load_cpu: int
    tls: tuple | None  # certificate and key
    log: object
    lifetime: int  # seconds a server with a stream of its own has to keep it up
    relay_settings: tuple
    jvm_options: tuple


def _ready(program, name, how):
    try:
        line = program.expect("ready", START_SECONDS)
        if line is None:
            raise CannotStart(f"{name} did not get ready. {how.log.name} tells more.")
    except BaseException:
        program.end()
        raise
    return line


def _floor(merge):
    def start(name, how):
        command = [C_BUILD / "floor", "--merge", merge]
        if how.tls:
            command += ["--tls", *how.tls]
        program = Program(command, how.cpu, how.log)
        line = _ready(program, name, how)
        return Running(name, program, line["pid"], line["port"], line["ingest_port"], floor=merge == 1)

    return start


def _node(script, load_options):
    def start(name, how):
        if shutil.which("node") is None:
            raise CannotStart(f"{name} needs Node 20 or newer, and there is none on the PATH.")
        command = ["node", NODE / script]
        if how.tls:
            command += ["--certificate", how.tls[0], "--key", how.tls[1]]
        program = Program(command, how.cpu, how.log)
        line = _ready(program, name, how)
        return Running(name, program, line["pid"], line["port"], line["ingest_port"], load_options, needs_warmup=True)

    return start


def _relay(settings, options=(), jar=RELAY_JAR):
    def start(name, how):
        if not jar.exists():
            raise CannotStart(f"{name} needs {jar.relative_to(ROOT)}, which `make build` makes.")
        command = ["java", "-jar", jar, "bench", *options, "--viewers", 0, "--seconds", how.lifetime, "--json", "--pin", how.cpu]
        for option in how.jvm_options:
            command += ["--jvm-option", option]
        for setting in (*settings, *how.relay_settings):
            command += ["--set", setting]
        program = Program(command, how.load_cpu, how.log)
        line = _ready(program, name, how)
        port = line["tls_port"] if how.tls else line["plain_port"]
        watch = ["--watch", line["camera"], line["key"]]
        return Running(name, program, line["pid"], port, None, watch, needs_warmup=True)

    return start


def known(merges, before=None):
    """Every server by its name, in the order of the table. `before`: the jar of another build of the relay."""
    floors = {f"floor-merge{merge}": _floor(merge) for merge in merges if merge > 1}
    return {
        "floor": _floor(1),
        **floors,
        RELAYS[0]: _relay(()),
        RELAYS[1]: _relay((NEVER_MERGE,)),
        RELAYS[2]: _relay((), ("--sound",)),
        **({BEFORE: _relay((), jar=before)} if before else {}),
        "node-ws": _node("ws.mjs", []),
        "socket.io": _node("socketio.mjs", ["--socket-io", "--path", SOCKET_IO_PATH]),
    }
