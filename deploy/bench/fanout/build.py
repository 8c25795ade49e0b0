"""Makes what the bench runs: the C programs, the Node packages, a certificate."""

import shutil
import subprocess
import sys

from .servers import BENCH, C_BUILD, NODE

CERTIFICATE_DAYS = 2


def c_programs():
    """Builds floor, publish and load."""
    for tool in ("make", "cc"):
        if shutil.which(tool) is None:
            sys.exit(f"The bench needs {tool} (Debian: apt-get install build-essential libssl-dev).")
    made = subprocess.run(["make", "-s", "-C", BENCH / "c"], stdout=sys.stderr, check=False)
    if made.returncode != 0:
        sys.exit("The C programs cannot be built; they need OpenSSL's headers (Debian: apt-get install libssl-dev).")


def node_packages():
    """Installs the locked packages unless they are there."""
    marker = NODE / "node_modules" / ".package-lock.json"
    if shutil.which("npm") is None or (marker.exists() and marker.stat().st_mtime > (NODE / "package-lock.json").stat().st_mtime):
        return
    if subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=NODE, stdout=sys.stderr, check=False).returncode != 0:
        print("npm could not install the packages of the Node servers.", file=sys.stderr, flush=True)
        return
    marker.touch()


def certificate():
    """A P-256 certificate for loopback: its file and its key's."""
    files = C_BUILD / "certificate.pem", C_BUILD / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost"]
    command += ["-days", str(CERTIFICATE_DAYS), "-out", str(files[0]), "-keyout", str(files[1])]
    if subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode != 0:
        sys.exit("openssl could not make a certificate (Debian: apt-get install openssl).")
    return files
