"""Processes that the bench starts, pins, listens to and ends."""

import json
import os
import queue
import signal
import subprocess
import threading
import time

from . import machine

END_SECONDS = 10


class Program:
    """One child process. It ends with the bench, however the bench ends.

    One that speaks prints a JSON object a line; what else comes is passed over. What others print goes to the log.
    """

    def __init__(self, command, cpu, log, folder=None, speaks=True):
        self.command = [str(word) for word in command]
        self._lines = queue.Queue()
        self._process = subprocess.Popen(
            ["taskset", "-c", str(cpu), *self.command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if speaks else log,
            stderr=log,
            text=True,
            errors="replace",
            cwd=folder,
            preexec_fn=machine.end_with_parent,
        )
        self.pid = self._process.pid
        if speaks:
            threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        with self._process.stdout as lines:
            for line in lines:
                try:
                    said = json.loads(line)
                except ValueError:
                    continue
                if isinstance(said, dict):
                    self._lines.put(said)
        self._lines.put(None)

    def expect(self, event, seconds):
        """The next line with that event; None when the program ended or said nothing of the kind in time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                line = self._lines.get(timeout=left)
            except queue.Empty:
                return None
            if line is None:
                return None
            if line.get("event") == event:
                return line
        return None

    def ended(self):
        """Whether it is gone."""
        return self.exit_code() is not None

    def exit_code(self):
        """None while it runs."""
        return self._process.poll()

    def end(self):
        """Asks it to end, then ends it."""
        if self.ended():
            return
        self._process.terminate()
        try:
            self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def end_pid(pid):
    """Ends a grandchild that should be gone by now."""
    try:
        os.kill(pid, signal.SIGTERM)
    except ProcessLookupError:
        pass
