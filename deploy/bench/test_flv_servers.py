"""How media servers are started that this bench only knows by their configuration."""

import os
import re
import resource
import stat
import tempfile
import textwrap
import types
import unittest
from pathlib import Path

from fanout import flv_servers
from fanout.servers import CannotStart

LISTENING = """
    #!/usr/bin/env python3
    import re, signal, socket, sys
    text = open(sys.argv[2]).read()
    held = [socket.create_server((host, int(port))) for host, port in re.findall(r'(127\\.0\\.0\\.1):(\\d+)', text)]
    signal.pause()
"""
ENDING = """
    #!/bin/sh
    echo '{ this is no JSON, and why it does not start'
    exit 3
"""


NOT_TOLD = {"srs": None, "go2rtc": None}


def program(folder, text):
    file = Path(folder) / "server"
    file.write_text(textwrap.dedent(text).lstrip(), encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


class StartTest(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = held.name
        self.log = open(Path(self.folder) / "log", "w", encoding="utf-8")
        self.addCleanup(self.log.close)
        self.before = tempfile.tempdir
        tempfile.tempdir = self.folder
        self.addCleanup(lambda: setattr(tempfile, "tempdir", self.before))

    def how(self, tls=None):
        return types.SimpleNamespace(cpu=min(os.sched_getaffinity(0)), tls=tls, log=self.log)

    def folders(self):
        return [entry for entry in Path(self.folder).iterdir() if entry.is_dir()]

    def test_both_listen_where_their_configuration_says_and_leave_nothing_behind(self):
        file = program(self.folder, LISTENING)
        for name, start in flv_servers.known({"srs": file, "go2rtc": file}).items():
            if name == "node-media-server":
                continue
            running = start(name, self.how())
            self.addCleanup(running.end)
            self.assertNotEqual(running.port, running.ingest_port)
            self.assertEqual(1, len(self.folders()))
            running.end()
            self.assertEqual([], self.folders())

    def test_a_program_that_ends_at_once_is_told_in_words(self):
        start = flv_servers.known({**NOT_TOLD, "srs": program(self.folder, ENDING)})["srs"]
        with self.assertRaisesRegex(CannotStart, "srs ended at once with exit code 3"):
            start("srs", self.how())
        self.assertEqual([], self.folders())
        self.assertIn("why it does not start", (Path(self.folder) / "log").read_text(encoding="utf-8"))

    def test_a_program_that_is_not_there_is_told_in_words(self):
        path = os.environ["PATH"]
        self.addCleanup(lambda: os.environ.update(PATH=path))
        os.environ["PATH"] = self.folder
        with self.assertRaisesRegex(CannotStart, "--go2rtc FILE tells where it is"):
            flv_servers.known(NOT_TOLD)["go2rtc"]("go2rtc", self.how())

    def test_srs_is_published_to_under_a_new_name_in_each_run(self):
        running = flv_servers.known({**NOT_TOLD, "srs": program(self.folder, LISTENING)})["srs"]("srs", self.how())
        self.addCleanup(running.end)
        names = []
        for _ in range(2):
            load, publish = running.options_of_next_run()
            self.assertEqual(f"/live/{publish[-1]}.flv", load[-1])
            names.append(publish[-1])
        self.assertEqual(["front1", "front2"], names)

    def test_srs_is_left_more_than_128_descriptors_for_itself(self):
        limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
        most = int(re.search(r"max_connections (\d+);", flv_servers.srs_configuration(1, 2)).group(1))
        self.assertGreater(limit - most, 128)

    def test_none_takes_part_by_tls(self):
        for name, start in flv_servers.known(NOT_TOLD).items():
            with self.assertRaisesRegex(CannotStart, "takes part without --tls only"):
                start(name, self.how(("certificate.pem", "key.pem")))


if __name__ == "__main__":
    unittest.main()
