"""The relay as a server of FLV: it takes the stream by RTMP with a publish key and sends it on over HTTP to holders of a link."""

import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .flv_servers import NO_TLS, await_ports, free_ports
from .program import Program
from .servers import RELAY_JAR, ROOT, CannotStart, Running

NAME = "relay-flv"
CAMERA = "front"
COMMAND_SECONDS = 60
# Every viewer of the load is at one address.
ROOM = {
    "limits.viewers": 20000,
    "limits.connections_per_address": 30000,
    "limits.connects_per_minute": 1000000,
}
# No setting changes how many requests one address makes (20 a second, docs/limits.md).
CONNECT_RATE = 18


def _command(how, state, *words):
    """What a command of the relay answers, as JSON."""
    done = subprocess.run(
        ["java", "-jar", RELAY_JAR, *words, "--state", state, "-o", "json"], capture_output=True, text=True, timeout=COMMAND_SECONDS, check=False
    )
    if done.returncode != 0:
        how.log.write(done.stderr)
        raise CannotStart(f"{NAME} could not {' '.join(words[:2])}. {how.log.name} has what it said.")
    return json.loads(done.stdout)


@dataclass(frozen=True)
class Opened:
    """A relay with a camera, a publish key and a link."""

    program: Program
    folder: Path
    port: int
    key: str
    link: dict

    @property
    def secret(self):
        """What players show."""
        return self.link["urls"][0].partition("#")[2]

    def end(self):
        """Ends it and takes its state away."""
        self.program.end()
        shutil.rmtree(self.folder, ignore_errors=True)


def opened(name, how, gateways, ports):
    """Starts a relay with these settings of gateways, which listen on these TCP ports."""
    if not RELAY_JAR.exists():
        raise CannotStart(f"{name} needs {RELAY_JAR.relative_to(ROOT)}, which `make build` makes.")
    folder = Path(tempfile.mkdtemp(prefix=f"fanlight-{name}-"))
    port, tls_port = free_ports(2)
    settings = {"http.port": tls_port, "http.plain_port": port, **gateways, **ROOM}
    command = ["java", *how.jvm_options, "-jar", RELAY_JAR, "serve", "--state", folder]
    for setting in (*(f"{key}={value}" for key, value in settings.items()), *how.relay_settings):
        command += ["--set", setting]
    program = Program(command, how.cpu, how.log, speaks=False)
    try:
        await_ports(program, name, (port, *ports), how.log)
        _command(how, folder, "camera", "invite", CAMERA)
        key = _command(how, folder, "camera", "key", "create", CAMERA)["key"]
        return Opened(program, folder, port, key, _command(how, folder, "link", "create", CAMERA))
    except BaseException:
        program.end()
        shutil.rmtree(folder, ignore_errors=True)
        raise


def start(name, how):
    """Starts it with a camera, a publish key and a link."""
    if how.tls:
        raise CannotStart(f"{name} {NO_TLS}")
    (ingest_port,) = free_ports(1)
    relay = opened(name, how, {"gateways.flv.type": "http_flv", "gateways.rtmp.port": ingest_port}, (ingest_port,))
    return Running(
        name,
        relay.program,
        relay.program.pid,
        relay.port,
        ingest_port,
        load_options=["--flv", "--path", f"/live/{CAMERA}.flv?key={relay.secret}", "--connect-rate", str(CONNECT_RATE)],
        publish_options=["--rtmp", "live", relay.key],
        folder=relay.folder,
        needs_warmup=True,
    )
