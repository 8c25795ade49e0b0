"""A relay and an agent in their namespaces, and a viewer beside the relay."""

import json
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from .link import RELAY
from .viewer import Viewer

START_SECONDS = 60
TLS_PORT = 8443
PLAIN_PORT = 8080
CAMERA = "bench"


class Rig:
    """`with` starts both programs and ends them."""

    def __init__(self, link, relay, agent, source, settings):
        self.link = link
        self._relay_command = relay
        self._agent_command = agent
        self._source = source
        self._settings = settings
        self._processes = []
        self._folder = tempfile.TemporaryDirectory(prefix="fanlight-uplink-")
        self.state = Path(self._folder.name)

    def __enter__(self):
        try:
            self._start_relay()
            self._invite()
            self._start_agent()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self._processes):
            process.send_signal(signal.SIGTERM)
        for process in self._processes:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._folder.cleanup()

    def watch(self):
        """A viewer; a thread of this process that has gone into the relay's namespace for its socket."""
        with _inside(self.link.relay):
            viewer = Viewer(PLAIN_PORT, CAMERA, self._key)
        viewer.start()
        return viewer

    def agent_log(self):
        return (self.state / "agent.log").read_text(errors="replace")

    def _start_relay(self):
        command = [*self._relay_command, "serve", "--state", str(self.state / "relay"), "--set", f"http.port={TLS_PORT}",
                   "--set", f"http.plain_port={PLAIN_PORT}"]  # fmt: skip
        self._start(self.link.relay, command, "relay.log", "Ready on port")

    def _invite(self):
        answer = self._run(self.link.relay, [*self._relay_command, "camera", "invite", CAMERA, "--host", RELAY, "--state", str(self.state / "relay"), "-o", "json"])
        invitation = json.loads(answer)
        self._key = invitation["watch"][0].split("#", 1)[1]
        self._run(self.link.agent, [*self._agent_command, "join", invitation["join"], "--state", str(self.state / "agent")])

    def _start_agent(self):
        settings = [word for one in self._settings for word in ("--set", one)]
        command = [*self._agent_command, "run", "--source", self._source, "--state", str(self.state / "agent"), *settings]
        self._start(self.link.agent, command, "agent.log", "connected to")

    def _start(self, namespace, command, log, ready):
        path = self.state / log
        with path.open("wb") as output:
            process = subprocess.Popen(["ip", "netns", "exec", namespace, *command], stdout=output, stderr=subprocess.STDOUT)
        self._processes.append(process)
        end = time.monotonic() + START_SECONDS
        while ready not in path.read_text(errors="replace"):
            if process.poll() is not None or time.monotonic() > end:
                raise SystemExit(f"It did not start: {path.read_text(errors='replace')[-500:]}")
            time.sleep(0.1)

    @staticmethod
    def _run(namespace, command):
        done = subprocess.run(["ip", "netns", "exec", namespace, *command], capture_output=True, text=True, timeout=START_SECONDS)
        if done.returncode:
            raise SystemExit(f"{command[-1]}: {done.stdout}{done.stderr}")
        return done.stdout


class _inside:
    """This thread inside a network namespace, for the sockets that it opens."""

    def __init__(self, namespace):
        self._path = f"/var/run/netns/{namespace}"

    def __enter__(self):
        self._here = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
        there = os.open(self._path, os.O_RDONLY)
        _setns(there)
        os.close(there)

    def __exit__(self, *_):
        _setns(self._here)
        os.close(self._here)


def _setns(namespace):
    import ctypes

    from .link import CLONE_NEWNET

    if ctypes.CDLL(None, use_errno=True).setns(namespace, CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns")
