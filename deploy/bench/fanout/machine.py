"""What the machine is, what of it the bench may take, and who else uses it."""

import ctypes
import os
import platform
import resource
import signal
import socket
import subprocess
import sys
from pathlib import Path

PR_SET_PDEATHSIG = 1
CLONE_NEWNET = 0x40000000
WANTED_DESCRIPTORS = 65536
TICKS = os.sysconf("SC_CLK_TCK")
LIBC = ctypes.CDLL(None)


def end_with_parent():
    """The calling process gets SIGTERM when its parent ends, however that happens."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def into_own_session():
    """Goes on in a child with a session, and so a scheduler group, of its own; this process only passes signals on."""
    child = os.fork()
    if child == 0:
        os.setsid()
        end_with_parent()
        return
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda given, _: os.kill(child, given))
    _, status = os.waitpid(child, 0)
    sys.exit(os.waitstatus_to_exitcode(status))


def into_own_network(congestion):
    """Goes on in a network namespace of its own that holds a loopback with this congestion control, and ends with the process."""
    if LIBC.unshare(CLONE_NEWNET) != 0:
        sys.exit("Only root may choose the congestion control: that takes a network namespace of its own.")
    # The route of the one address that is used: the one of 127.0.0.0/8 is not asked for it.
    kept = ["dev", "lo", "proto", "kernel", "scope", "host", "src", "127.0.0.1", "table", "local"]
    route = ["replace", "local", "127.0.0.1", *kept, "congctl", congestion]
    for words in (["link", "set", "lo", "up"], ["route", *route]):
        if subprocess.run(["ip", *words], check=False).returncode != 0:
            sys.exit(f'"ip {" ".join(words)}" failed; /proc/sys/net/ipv4/tcp_available_congestion_control names what this machine has.')
    if congestion_of_accepted() != congestion:
        sys.exit(f"Connections on the loopback do not use {congestion} here.")


def congestion_of_accepted():
    """What a server's side of a connection on the loopback really uses."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        accepted, _ = server.accept()
        with accepted:
            return accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, 16).rstrip(b"\0").decode()


def raise_priority():
    """Puts the session before all other work where root may; says in words what became of it."""
    try:
        Path("/proc/self/autogroup").write_text("-20")
    except OSError:
        return "normal priority"
    return "priority before other work (autogroup -20)"


def raise_descriptors():
    """Allows as many open files as the system lets us, at most what the largest load needs; returns how many."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for wanted in (WANTED_DESCRIPTORS, hard):
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, max(wanted, hard)))
            return wanted
        except (ValueError, OSError):
            continue
    return soft


def other_core(server_cpu):
    """The first allowed CPU that is not the server's, on another core than its hyper-thread where there is one; None: no other."""
    allowed = sorted(os.sched_getaffinity(0) - {server_cpu})
    siblings = Path(f"/sys/devices/system/cpu/cpu{server_cpu}/topology/thread_siblings_list")
    same_core = siblings.read_text().strip() if siblings.exists() else ""
    apart = [cpu for cpu in allowed if str(cpu) not in same_core.replace("-", ",").split(",")]
    return next(iter(apart or allowed), None)


def description(congestion):
    """One line about the machine; `congestion` is the control that was chosen, None its own."""
    models = [line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    default = Path("/proc/sys/net/ipv4/tcp_congestion_control")
    control = congestion or (default.read_text().strip() if default.exists() else "?")
    return f"{os.cpu_count()} CPUs ({models[0] if models else platform.machine()}), Linux {platform.release()}, TCP {control}"


def cpu_seconds(pid):
    """CPU time of all threads of a process, from /proc/PID/task/*/schedstat; 0 when it is gone."""
    total = 0
    for task in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        try:
            total += int(task.read_text().split()[0])
        except OSError:
            continue
    return total / 1e9


def busy_seconds():
    """CPU time that the whole machine has spent on anything but idling and waiting for disks."""
    user, nice, system, _idle, _wait, irq, softirq = map(int, Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:8])
    return (user + nice + system + irq + softirq) / TICKS


def rss_mb(pid):
    """Resident memory of a process in MB (10^6 bytes); 0 when it is gone."""
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024 / 1e6
    except OSError:
        pass
    return 0.0
