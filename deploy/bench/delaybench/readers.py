"""Players of each protocol, as far as it takes to get the frames: each is a function that feeds marks until it is stopped."""

import base64
import http.client
import os
import re
import socket
import subprocess
from urllib.parse import urljoin, urlsplit

from . import rtmp

LOOPBACK = "127.0.0.1"
PATIENCE_SECONDS = 15
READ_BYTES = 256 * 1024


class ReaderFailed(Exception):
    """Why a reader got nothing, in words for people."""


def _pass_on(sock, marks, stop):
    while not stop.is_set():
        data = sock.recv(READ_BYTES)
        if not data:
            raise ReaderFailed("the server closed")
        marks.feed(data)


def _connected(port):
    sock = socket.create_connection((LOOPBACK, port), timeout=PATIENCE_SECONDS)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return sock


def http_flv(port, path):
    """FLV over HTTP."""

    def read(marks, stop):
        with _connected(port) as sock:
            sock.sendall(f"GET {path} HTTP/1.1\r\nHost: {LOOPBACK}\r\n\r\n".encode())
            _pass_on(sock, marks, stop)

    return read


def websocket(port, path):
    """Frames over a WebSocket that sends by itself, as FLV over WebSocket does."""

    def read(marks, stop):
        key = base64.b64encode(os.urandom(16)).decode()
        head = f"GET {path} HTTP/1.1\r\nHost: {LOOPBACK}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        head += f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n"
        with _connected(port) as sock:
            sock.sendall((head + "\r\n").encode())
            _pass_on(sock, marks, stop)

    return read


def rtmp_play(port, app, stream):
    """RTMP."""

    def read(marks, stop):
        with _connected(port) as sock:
            rtmp.play(sock, f"rtmp://{LOOPBACK}:{port}/{app}", app, stream)
            _pass_on(sock, marks, stop)

    return read


def rtsp(port, path, key):
    """RTSP with RTP on its own connection."""
    url = f"rtsp://{LOOPBACK}:{port}/{path}"
    access = base64.b64encode(f"viewer:{key}".encode()).decode()

    def read(marks, stop):
        with _connected(port) as sock, sock.makefile("rb") as answers:

            def ask(number, method, target, *more):
                lines = [f"{method} {target} RTSP/1.0", f"CSeq: {number}", f"Authorization: Basic {access}", *more]
                sock.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
                head = {}
                status = answers.readline().split()
                while line := answers.readline().strip():
                    name, _, value = line.decode().partition(":")
                    head[name.lower()] = value.strip()
                if status[1] != b"200":
                    raise ReaderFailed(f"{method}: {status[1].decode()}")
                return head, answers.read(int(head.get("content-length", 0))).decode()

            head, description = ask(1, "DESCRIBE", url, "Accept: application/sdp")
            control = re.findall(r"^a=control:(\S+)", description.partition("m=video")[2], re.MULTILINE)[0]
            base = head.get("content-base", url).rstrip("/")
            target = control if control.startswith("rtsp:") else f"{base}/{control}"
            head, _ = ask(2, "SETUP", target, "Transport: RTP/AVP/TCP;unicast;interleaved=0-1")
            session = head["session"].partition(";")[0]
            ask(3, "PLAY", base, f"Session: {session}")
            while not stop.is_set():
                marks.feed(answers.read1(READ_BYTES))

    return read


def srt(url):
    """SRT, by srt-live-transmit of Debian's srt-tools."""

    def read(marks, stop):
        command = ["srt-live-transmit", "-q", "-t", str(PATIENCE_SECONDS), url, "file://con"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0) as program:
            try:
                while not stop.is_set():
                    data = program.stdout.read(READ_BYTES)
                    if not data:
                        raise ReaderFailed("srt-live-transmit ended")
                    marks.feed(data)
            finally:
                program.terminate()

    return read


def low_latency_hls(port, path):
    """HLS as hls.js reads it with low latency: each playlist is asked for before it is there, and then each part."""

    def read(marks, stop):
        connection = http.client.HTTPConnection(LOOPBACK, port, timeout=PATIENCE_SECONDS)

        def get(url):
            connection.request("GET", url)
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise ReaderFailed(f"{urlsplit(url).path}: {answer.status}")
            return body

        playlist = urljoin(path, get(path).decode().strip().splitlines()[-1])
        text, known = get(playlist).decode(), set()
        while not stop.is_set():
            new = [part for part in re.findall(r'#EXT-X-PART:.*?URI="([^"]+)"', text) if part not in known]
            for part in new if known else new[-1:]:
                marks.feed(get(urljoin(playlist, part)))
            known.update(new)
            segment, part = re.findall(r'PRELOAD-HINT:TYPE=PART,URI="(\d+)\.(\d+)\.', text)[0]
            text = get(f"{playlist}?_HLS_msn={segment}&_HLS_part={part}").decode()

    return read
