"""The recording of a camera, as players of HLS read it: which access units are in it, and when."""

import hashlib
import struct
from dataclasses import dataclass

VIDEO = 1
DURATION, SIZE, FLAGS, OFFSET = 0x100, 0x200, 0x400, 0x800
DEFAULT_DURATION, DEFAULT_SIZE, DEFAULT_FLAGS = 0x8, 0x10, 0x20
SECOND = 1_000_000


@dataclass
class Unit:
    """A frame: µs since 1970 of its decoding, how long it lasts in µs, and a hash of its bytes."""

    micros: int
    lasts: int
    hash: bytes


def digest(payload):
    return hashlib.blake2b(payload, digest_size=12).digest()


def read(fetch, camera, key, start, end):
    """All frames between two times in seconds since 1970, in the order of the playlist. `fetch` gets a path."""
    folder = f"/c/{camera}/"
    playlist = fetch(f"{folder}recording.m3u8?key={key}&from={int(start * 1000)}&to={int(end * 1000)}").decode()
    units = []
    for line in playlist.splitlines():
        if line and not line.startswith("#"):
            units += _units(fetch(line if line.startswith("/") else folder + line))
    return units


def boxes(data, start, end):
    """The boxes of ISO/IEC 14496-12 between two positions: name, where its content begins, where it ends."""
    while start < end:
        size, name = struct.unpack_from(">I4s", data, start)
        yield name, start + 8, start + size
        start += size


def _units(data):
    moof = 0
    for name, begin, end in boxes(data, 0, len(data)):
        if name == b"moof":
            moof = begin - 8
            for part, its, last in boxes(data, begin, end):
                if part == b"traf":
                    yield from _track(data, moof, its, last)


def _track(data, moof, begin, end):
    track, lasts, size, time = 0, 0, 0, 0
    for name, at, _ in boxes(data, begin, end):
        flags = struct.unpack_from(">I", data, at)[0] & 0xFFFFFF
        if name == b"tfhd":
            track, lasts, size = _defaults(data, at, flags)
        elif name == b"tfdt":
            time = struct.unpack_from(">Q", data, at + 4)[0] if data[at] else struct.unpack_from(">I", data, at + 4)[0]
        elif name == b"trun" and track == VIDEO:
            yield from _run(data, moof, at, flags, (time, lasts, size))


def _defaults(data, at, flags):
    track = struct.unpack_from(">I", data, at + 4)[0]
    at += 8 + (8 if flags & 1 else 0) + (4 if flags & 2 else 0)
    lasts = struct.unpack_from(">I", data, at)[0] if flags & DEFAULT_DURATION else 0
    at += 4 if flags & DEFAULT_DURATION else 0
    return track, lasts, struct.unpack_from(">I", data, at)[0] if flags & DEFAULT_SIZE else 0


def _run(data, moof, at, flags, defaults):
    time, usual_lasts, usual_size = defaults
    count, offset = struct.unpack_from(">Ii", data, at + 4)
    at += 12 + (4 if flags & 4 else 0)
    position = moof + offset
    for _ in range(count):
        lasts, size = usual_lasts, usual_size
        if flags & DURATION:
            (lasts,) = struct.unpack_from(">I", data, at)
            at += 4
        if flags & SIZE:
            (size,) = struct.unpack_from(">I", data, at)
            at += 4
        at += (4 if flags & FLAGS else 0) + (4 if flags & OFFSET else 0)
        yield Unit(time, lasts, digest(data[position : position + size]))
        time += lasts
        position += size
