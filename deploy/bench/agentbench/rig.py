"""A relay, an agent that has joined it, and viewers, all on loopback."""

import json
import os
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from uplinkbench.viewer import Viewer

START_SECONDS = 60
POLL = 0.01
CAMERA = "bench"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Watching(Viewer):
    """`with` watches; a thread of this process."""

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.close()

    def first_captured_after(self, moment):
        """When the first frame has come that was captured after a time, both in seconds since 1970."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            now, monotonic = time.time(), time.monotonic()
            for frame in list(self.seen.frames):
                arrived = now - (monotonic - frame.at)
                if arrived - frame.age >= moment:
                    return arrived
            time.sleep(POLL / 2)
        raise SystemExit("No frame came within 20 s.")


class Rig:
    """`with` starts both programs and ends them."""

    def __init__(self, relay, agent, source, settings, group=None, environment=None):
        self._relay = relay
        self._agent = agent
        self._run = ["run", "--source", source, *(word for one in settings for word in ("--set", one))]
        self._group = group
        self._environment = environment or {}
        self._processes = []
        self._tls, self._plain = free_port(), free_port()
        self._folder = tempfile.TemporaryDirectory(prefix="fanlight-agent-")
        self._state = Path(self._folder.name)
        self.agent = None

    def __enter__(self):
        try:
            relay = [*self._relay, "serve", "--state", self._state / "relay", "--set", f"http.port={self._tls}", "--set",
                     f"http.plain_port={self._plain}"]  # fmt: skip
            self._start(relay, "relay.log", "Ready on port")
            invite = [*self._relay, "camera", "invite", CAMERA, "--host", f"127.0.0.1:{self._tls}", "--state", self._state / "relay", "-o", "json"]
            invitation = json.loads(output(invite))
            self._key = invitation["watch"][0].split("#", 1)[1]
            output([*self._agent, "join", invitation["join"], "--state", self._state / "agent"])
            self.restart([])
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self._processes):
            end(process)
        self._folder.cleanup()

    def watch(self):
        return Watching(self._plain, CAMERA, self._key)

    def restart(self, flags):
        """Starts the agent, again if it runs; returns the seconds until it was connected."""
        self.stop_agent()
        java, *rest = self._agent
        command = [java, *flags, *rest, *self._run, "--state", self._state / "agent"]
        if self._group:
            command = ["sh", "-c", f'echo $$ > {self._group} && exec "$@"', "sh", *command]
        begin = time.monotonic()
        self.agent = self._start(command, "agent.log", "connected to", self._environment)
        return time.monotonic() - begin

    def stop_agent(self):
        if self.agent is not None:
            end(self.agent)
            self._processes.remove(self.agent)
            self.agent = None

    def _start(self, command, log, ready, environment=None):
        path = self._state / log
        with path.open("wb") as written:
            process = subprocess.Popen(command, stdout=written, stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})})
        self._processes.append(process)
        limit = time.monotonic() + START_SECONDS
        while ready not in path.read_text(errors="replace"):
            if process.poll() is not None or time.monotonic() > limit:
                raise SystemExit(f"It did not start: {path.read_text(errors='replace')[-500:]}")
            time.sleep(POLL)
        return process


def end(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def output(command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=START_SECONDS)
    if done.returncode:
        raise SystemExit(f"{command[-1]}: {done.stdout}{done.stderr}")
    return done.stdout
