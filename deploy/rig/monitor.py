"""Says one line to QEMU's monitor and waits until it is done: monitor.py SOCKET COMMAND. Whatever it answers is an error."""

import socket
import sys

PROMPT = b"(qemu) "


def read_to_prompt(monitor: socket.socket) -> str:
    text = b""
    while not text.endswith(PROMPT):
        piece = monitor.recv(65536)
        if not piece:
            sys.exit("QEMU has ended")
        text += piece
    return text.decode(errors="replace").replace("\r", "")


path, command = sys.argv[1:]
with socket.socket(socket.AF_UNIX) as monitor:
    monitor.settimeout(300)
    monitor.connect(path)
    read_to_prompt(monitor)
    monitor.sendall(command.encode() + b"\n")
    # The first line is the command as it was typed, the last one the prompt.
    answer = "\n".join(read_to_prompt(monitor).split("\n")[1:-1]).strip()
if answer:
    sys.exit(answer)
