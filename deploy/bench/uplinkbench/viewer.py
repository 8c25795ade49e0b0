"""A viewer of the relay's plain port that notes when each frame arrives, how old it is, and what it is told about the stream.

It speaks just enough of docs/protocol.md. Agent, relay and viewer share this computer's clock, so that a capture time can be
compared with the time of arrival.
"""

import base64
import json
import os
import socket
import struct
import threading
import time
from dataclasses import dataclass, field

MEDIA_HEADER = 24
PING = 2.0
TEXT, BINARY, CLOSE, PING_FRAME, PONG = 1, 2, 8, 9, 10


@dataclass
class Frame:
    at: float
    age: float
    size: int
    key: bool


@dataclass
class Seen:
    """What has arrived, in order; times are time.monotonic()."""

    frames: list = field(default_factory=list)
    states: list = field(default_factory=list)

    def between(self, start, end):
        return [frame for frame in self.frames if start <= frame.at < end]

    def state(self):
        return self.states[-1][1] if self.states else "none"


class Viewer(threading.Thread):
    """Watches until it is closed."""

    def __init__(self, port, camera, key, cookie=None):
        super().__init__(daemon=True)
        self.seen = Seen()
        self._cookie = f"Cookie: {cookie}\r\n" if cookie else ""
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=20)
        self._input = self._socket.makefile("rb")
        self._upgrade(port)
        self._send(TEXT, json.dumps({"type": "watch", "camera": camera, "key": key}).encode())

    def run(self):
        asked = time.monotonic()
        newest = None
        try:
            while True:
                kind, payload = self._receive()
                if kind == CLOSE:
                    return
                if kind == TEXT:
                    self._text(json.loads(payload))
                elif kind == BINARY:
                    newest = self._frame(payload) or newest
                elif kind == PING_FRAME:
                    self._send(PONG, payload)
                if time.monotonic() - asked > PING:
                    asked = time.monotonic()
                    self._report(newest)
        except (OSError, EOFError):
            return

    def video(self, track, captured, payload):
        """A frame has come; for those who want more of it than is noted."""

    def close(self):
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _upgrade(self, port):
        key = base64.b64encode(os.urandom(16)).decode()
        self._socket.sendall(
            f"GET /ws/v1/view HTTP/1.1\r\nHost: localhost:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Origin: http://localhost:{port}\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Protocol: fanlight.v1\r\n{self._cookie}\r\n".encode()
        )
        status = self._input.readline()
        if b" 101 " not in status:
            raise OSError(f"the relay answered {status!r}")
        while self._input.readline() not in (b"\r\n", b""):
            pass

    def _report(self, newest):
        now = int(time.time() * 1e6)
        self._send(TEXT, json.dumps({"type": "time_request", "t0": now}).encode())
        if newest is not None:
            track, sequence = newest
            self._send(TEXT, json.dumps({"type": "ack", "track": track, "sequence": sequence}).encode())

    def _text(self, message):
        if message["type"] == "time_request":
            now = int(time.time() * 1e6)
            self._send(TEXT, json.dumps({"type": "time_reply", "t0": message["t0"], "t1": now, "t2": now}).encode())
        elif message["type"] == "stream":
            state = message["state"] + ("/" + message["uplink"] if "uplink" in message else "")
            self.seen.states.append((time.monotonic(), state))

    def _frame(self, payload):
        kind, flags, track, _, sequence, captured, _, _ = struct.unpack(">BBBBIQIi", payload[:MEDIA_HEADER])
        if kind == 1:
            age = time.time() - captured / 1e6
            self.seen.frames.append(Frame(time.monotonic(), age, len(payload), bool(flags & 1)))
            self.video(track, captured, payload[MEDIA_HEADER:])
            return track, sequence
        return None

    def _receive(self):
        kind, payload, last = 0, b"", False
        while not last:
            first, second = self._read(2)
            last = bool(first & 0x80)
            kind = first & 15 or kind
            length = second & 0x7F
            if length == 126:
                (length,) = struct.unpack(">H", self._read(2))
            elif length == 127:
                (length,) = struct.unpack(">Q", self._read(8))
            payload += self._read(length)
        return kind, payload

    def _read(self, count):
        data = self._input.read(count)
        if data is None or len(data) < count:
            raise EOFError
        return data

    def _send(self, kind, payload):
        mask = os.urandom(4)
        masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload))
        size = bytes([0x80 | len(payload)]) if len(payload) < 126 else struct.pack(">BH", 0x80 | 126, len(payload))
        self._socket.sendall(bytes([0x80 | kind]) + size + mask + masked)
