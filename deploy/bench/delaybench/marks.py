"""The media headers that publish puts at the beginning of each frame, found in the bytes of any protocol."""

import re
import threading
import time

HEADER_BYTES = 24
MOST_SECONDS = 60
MICROS = 1_000_000


class Marks:
    """When frames arrived, of one reader. A header that two packets share is not found, so some frames are missing in what cuts small. Thread safe."""

    def __init__(self):
        self._rest = b""
        self._lock = threading.Lock()
        self._delays = []
        self._seen = set()
        self.first = None

    def feed(self, data):
        """Takes bytes as they arrive; frames from before the last minute are none."""
        now = time.time_ns() // 1000
        found = []
        whole = self._rest + data
        for match in _pattern(now).finditer(whole):
            header = match.group()
            sequence, capture = int.from_bytes(header[4:8], "big"), int.from_bytes(header[8:16], "big")
            if 0 <= now - capture < MOST_SECONDS * MICROS and sequence not in self._seen:
                self._seen.add(sequence)
                found.append((now - capture) / 1000)
        self._rest = whole[1 - HEADER_BYTES :]
        if found:
            with self._lock:
                self.first = self.first or time.monotonic()
                self._delays += found

    def take(self):
        """The delays in milliseconds since it was asked last."""
        with self._lock:
            delays, self._delays = self._delays, []
        return delays


def _pattern(now):
    """Kind, flags, track, layer; sequence; capture time with the high bytes of now; epoch; an offset of 0."""
    high = re.escape(now.to_bytes(8, "big")[:3])
    return re.compile(b"\x01[\x00-\x03]\x00\x00.{4}" + high + b".{5}.{4}\x00{4}", re.DOTALL)
