"""A relay and an agent in their namespaces, and a viewer beside the relay."""

import http.client
import json
import os
import re
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

    def watch_at_agent(self, viewer):
        """A viewer of `preview.listen`, inside the agent's namespace, who sees what was made whatever the uplink does."""
        address = re.search(r"http://[^/]+:(\d+)/w/([^#]+)#(\S+)", self._agent_line("/w/"))
        port, camera, key = int(address[1]), address[2], address[3]
        with _inside(self.link.agent):
            asked = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
            asked.request("POST", "/api/v1/session", json.dumps({"camera": camera, "key": key}), {"Content-Type": "application/json"})
            answer = asked.getresponse()
            if answer.status != 200:
                raise SystemExit(f"The agent does not show its camera: {answer.status} {answer.read()}")
            seeing = viewer(port, camera, key, answer.getheader("Set-Cookie").split(";")[0])
        seeing.start()
        return seeing

    def fetch(self, path):
        """The body that the relay answers, on its plain port; LookupError when there is no such thing (any more)."""
        with _inside(self.link.relay):
            asked = http.client.HTTPConnection("127.0.0.1", PLAIN_PORT, timeout=60)
            asked.request("GET", path)
            answer = asked.getresponse()
            body = answer.read()
        if answer.status == 404:
            raise LookupError(path)
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status} {body[:200]!r}")
        return body

    def record(self):
        """Has the relay record the camera; returns the key of a link that shows all of it."""
        state = ["--state", str(self.state / "relay")]
        self._run(self.link.relay, [*self._relay_command, "camera", "record", CAMERA, "always", *state])
        answer = self._run(self.link.relay, [*self._relay_command, "link", "create", CAMERA, "--rewind", "all", "-o", "json", *state])
        return json.loads(answer)["urls"][0].split("#", 1)[1]

    def restart_relay(self, how):
        """Ends the relay by that signal and starts it again."""
        self._relay.send_signal(how)
        self._relay.wait(30)
        self._processes.remove(self._relay)
        self._start_relay()

    def _agent_line(self, part):
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            lines = [line for line in self.agent_log().splitlines() if part in line]
            if lines:
                return lines[0]
            time.sleep(0.1)
        raise SystemExit(f"The agent never said {part}: {self.agent_log()[-500:]}")

    def agent_log(self):
        return (self.state / "agent.log").read_text(errors="replace")

    def _start_relay(self):
        command = [*self._relay_command, "serve", "--state", str(self.state / "relay"), "--set", f"http.port={TLS_PORT}",
                   "--set", f"http.plain_port={PLAIN_PORT}"]  # fmt: skip
        self._relay = self._start(self.link.relay, command, "relay.log", "Ready on port")

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
        return process

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
