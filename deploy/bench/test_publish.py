"""What publish and load make of servers that are none, or do not want them."""

import json
import socket
import struct
import subprocess
import threading
import unittest
from pathlib import Path

BUILD = Path(__file__).resolve().parent / "c" / "build"
PATIENCE_SECONDS = 10  # c/rtmp.c
LIMIT_SECONDS = 3 * PATIENCE_SECONDS
HANDSHAKE = 1536


def text(words):
    return b"\x02" + struct.pack(">H", len(words)) + words.encode()


def number(value):
    return b"\x00" + struct.pack(">d", value)


def command(body):
    """One RTMP message in one chunk: the publisher is told nothing of more than 128 bytes."""
    assert len(body) <= 128
    return b"\x03\0\0\0" + len(body).to_bytes(3, "big") + b"\x14\0\0\0\0" + body


CONNECTED = command(text("_result") + number(1))
CREATED = command(text("_result") + number(2) + b"\x05" + number(1))
PUBLISHED = command(text("onStatus") + number(0) + b"\x05" + text("NetStream.Publish.Start"))
REFUSED = command(text("onStatus") + number(0) + b"\x05" + text("error") + text("NetStream.Publish.BadName"))
OTHER = command(text("onBWDone") + number(0))


def take(connection, count):
    while count > 0:
        bytes_read = connection.recv(count)
        if not bytes_read:
            raise ConnectionError
        count -= len(bytes_read)


def drain(connection):
    """Reads until the other end closes: closing first, with something unread, would throw away what was said to it."""
    while connection.recv(65536):
        pass


def shake_hands(connection):
    take(connection, 1 + HANDSHAKE)
    connection.sendall(b"\x03" + bytes(2 * HANDSHAKE))
    take(connection, HANDSHAKE)


class Server:
    """Serves one connection after the other in a thread, each by `serve`, until it is closed."""

    def __init__(self, serve):
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._serve = serve
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                try:
                    self._serve(connection)
                except OSError:
                    pass

    def close(self):
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()


class OddServerTest(unittest.TestCase):
    def run_against(self, serve, program, *options):
        server = Server(serve)
        self.addCleanup(server.close)
        words = [BUILD / program, "--port", str(server.port), *options]
        return subprocess.run(words, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False)

    def publish(self, serve, seconds=1):
        return self.run_against(serve, "publish", "--rtmp", "live", "front", "--seconds", str(seconds))

    def viewer(self, answer):
        def serve(connection):
            connection.recv(4096)
            connection.sendall(answer)
            drain(connection)

        ended = self.run_against(serve, "load", "--flv", "--path", "/", "--viewers", "1", "--seconds", "1", "--warmup", "0")
        result = json.loads(ended.stdout.splitlines()[-1])
        return ended.returncode, result["failed"]

    def test_publishes_to_a_server_that_wants_it(self):
        def serve(connection):
            shake_hands(connection)
            connection.sendall(OTHER + CONNECTED + CREATED + PUBLISHED)
            drain(connection)

        ended = self.publish(serve, seconds=2)
        self.assertEqual((0, ""), (ended.returncode, ended.stderr))
        self.assertIn('"publishing"', ended.stdout)

    def test_a_refusal_is_told(self):
        def serve(connection):
            shake_hands(connection)
            connection.sendall(CONNECTED + CREATED + REFUSED)
            drain(connection)

        ended = self.publish(serve)
        self.assertEqual((1, "The server does not let publish: it says no.\n"), (ended.returncode, ended.stderr))

    def test_a_server_that_only_talks_is_left_in_the_end(self):
        def serve(connection):
            shake_hands(connection)
            while not finished.wait(0.2):
                connection.sendall(OTHER)

        finished = threading.Event()
        ended = self.publish(serve)
        finished.set()
        self.assertEqual(1, ended.returncode)
        self.assertIn("The server does not let publish", ended.stderr)

    def test_what_speaks_no_rtmp_is_told(self):
        ended = self.publish(lambda connection: connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n"))
        self.assertEqual((1, "The server does not let publish: it does not shake hands by RTMP.\n"), (ended.returncode, ended.stderr))

    def test_a_stream_that_breaks_off_is_told(self):
        def serve(connection):
            shake_hands(connection)
            connection.sendall(CONNECTED + CREATED + PUBLISHED)
            take(connection, 100_000)

        ended = self.publish(serve, seconds=20)
        self.assertEqual(1, ended.returncode)
        self.assertIn("The server has ended the connection or takes nothing more, after", ended.stderr)

    def test_viewers_of_no_flv_are_not_let_in(self):
        head = b"HTTP/1.1 200 OK\r\n"
        for answer in (
            b"HTTP/1.1 404 Not Found\r\n\r\n",
            head + b"Content-Length: 0\r\n\r\n",
            head + b"\r\n<html><body>",
            head + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        ):
            self.assertEqual((1, 1), self.viewer(answer), answer)


if __name__ == "__main__":
    unittest.main()
