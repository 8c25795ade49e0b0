"""As much of an RTMP player as makes a server send (Adobe's RTMP 1.0, AMF 0)."""

import os
import struct

HANDSHAKE_BYTES = 1536
VERSION = 3
COMMAND = 20
CHUNK_BYTES = 128


def _value(value):
    if value is None:
        return b"\x05"
    if isinstance(value, str):
        return b"\x02" + _name(value)
    if isinstance(value, dict):
        return b"\x03" + b"".join(_name(key) + _value(its) for key, its in value.items()) + b"\x00\x00\x09"
    return b"\x00" + struct.pack(">d", value)


def _name(text):
    return struct.pack(">H", len(text.encode())) + text.encode()


def _command(stream, *values):
    body = b"".join(map(_value, values))
    chunks = [body[at : at + CHUNK_BYTES] for at in range(0, len(body), CHUNK_BYTES)]
    head = b"\x03\x00\x00\x00" + struct.pack(">I", len(body))[1:] + bytes([COMMAND]) + struct.pack("<I", stream)
    return head + b"\xc3".join(chunks)


def _exactly(sock, count):
    data = b""
    while len(data) < count:
        more = sock.recv(count - len(data))
        if not more:
            raise ConnectionError("the server closed in the handshake")
        data += more
    return data


def play(sock, url, app, stream):
    """Shakes hands and asks for a stream; what comes then is left to be read. Answers are not waited for: servers take the commands in order."""
    sock.sendall(bytes([VERSION]) + bytes(8) + os.urandom(HANDSHAKE_BYTES - 8))
    answer = _exactly(sock, 1 + 2 * HANDSHAKE_BYTES)
    sock.sendall(answer[1 : 1 + HANDSHAKE_BYTES])
    sock.sendall(_command(0, "connect", 1, {"app": app, "tcUrl": url, "fpad": 0}))
    sock.sendall(_command(0, "createStream", 2, None))
    sock.sendall(_command(1, "play", 3, None, stream))
