"""Media servers that take a stream by RTMP and send it on as FLV over HTTP."""

import resource
import shutil
import socket
import tempfile
import time
from pathlib import Path

from .program import Program
from .servers import NODE, START_SECONDS, CannotStart, Running

# Those that the user has to have.
INSTALLED = ("srs", "go2rtc")

LOOPBACK = "127.0.0.1"
CONNECTIONS = 20000
# SRS 7 starts only if max_connections is more than 128 below the limit of open files.
SPARE_DESCRIPTORS = 256
LOOK_SECONDS = 0.1
STREAM = "front"
NO_TLS = "takes part without --tls only."


def free_ports(count):
    """Ports that nobody listens on now; held all at once, so that no two are the same."""
    held = [socket.create_server((LOOPBACK, 0)) for _ in range(count)]
    ports = [server.getsockname()[1] for server in held]
    for server in held:
        server.close()
    return ports


def _listens(port):
    try:
        socket.create_connection((LOOPBACK, port), timeout=1).close()
    except OSError:
        return False
    return True


def await_ports(program, name, ports, log):
    """Returns when a program listens on all its ports."""
    end = time.monotonic() + START_SECONDS
    while not all(map(_listens, ports)):
        if program.ended():
            raise CannotStart(f"{name} ended at once with exit code {program.exit_code()}. {log.name} has what it said.")
        if time.monotonic() > end:
            raise CannotStart(f"{name} did not listen within {START_SECONDS} s. {log.name} has what it said.")
        time.sleep(LOOK_SECONDS)


def _start(name, how, command, ports, path, names, folder=None):
    program = Program(command, how.cpu, how.log, folder, speaks=False)
    ingest_port, port = ports
    try:
        await_ports(program, name, ports, how.log)
    except BaseException:
        program.end()
        raise
    return Running(
        name,
        program,
        program.pid,
        port,
        ingest_port,
        load_options=["--flv", "--path", path],
        publish_options=["--rtmp", *names],
        folder=folder,
        stream=STREAM,
        needs_warmup=True,
    )


def media_server(name, how):
    """node-media-server with its defaults."""
    if how.tls:
        raise CannotStart(f"{name} {NO_TLS}")
    if shutil.which("node") is None:
        raise CannotStart(f"{name} needs Node 20 or newer, and there is none on the PATH.")
    ingest_port, port = ports = free_ports(2)
    command = ["node", NODE / "media-server.mjs", "--ingest-port", ingest_port, "--port", port]
    return _start(name, how, command, ports, "/live/front.flv", ("live", "front"))


def _connections():
    """As many as SRS accepts with this limit of open files."""
    return min(CONNECTIONS, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - SPARE_DESCRIPTORS)


def srs_configuration(ingest_port, port):
    """What SRS's own conf/http.flv.live.conf has, on loopback and for more viewers; all else is SRS's default."""
    return f"""listen {LOOPBACK}:{ingest_port};
max_connections {_connections()};
daemon off;
srs_log_tank console;
srs_log_level warn;
pid ./srs.pid;
http_server {{
    enabled on;
    listen {LOOPBACK}:{port};
}}
vhost __defaultVhost__ {{
    http_remux {{
        enabled on;
        mount [vhost]/[app]/[stream].flv;
    }}
}}
"""


def go2rtc_configuration(ingest_port, port):
    """The two modules that take part, and a stream that waits for a publisher."""
    return f"""api:
  listen: "{LOOPBACK}:{port}"
rtmp:
  listen: "{LOOPBACK}:{ingest_port}"
rtsp:
  listen: ""
webrtc:
  listen: ""
streams:
  front:
"""


def _configured(program_file, file_name, configuration, option, path, names):
    def start(name, how):
        if how.tls:
            raise CannotStart(f"{name} {NO_TLS}")
        if program_file is None:
            raise CannotStart(f"{name} is not on the PATH; --{name} FILE tells where it is.")
        ports = free_ports(2)
        folder = Path(tempfile.mkdtemp(prefix=f"fanout-{name}-"))
        file = folder / file_name
        file.write_text(configuration(*ports), encoding="utf-8")
        try:
            return _start(name, how, [program_file, option, file], ports, path, names, folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    return start


def _found(given, name):
    file = given or shutil.which(name)
    return file and Path(file).resolve()


def known(files):
    """The servers by name; `files` has the program of each of INSTALLED, None: looked for on the PATH.

    SRS does not release the name of a stream when its publisher leaves, so each run has a name of its own.
    """
    srs, go2rtc = (_found(files[name], name) for name in INSTALLED)
    return {
        "node-media-server": media_server,
        "srs": _configured(srs, "srs.conf", srs_configuration, "-c", "/live/{stream}.flv", ("live", "{stream}")),
        "go2rtc": _configured(go2rtc, "go2rtc.yaml", go2rtc_configuration, "-config", "/api/stream.flv?src=front", ("front", "")),
    }
