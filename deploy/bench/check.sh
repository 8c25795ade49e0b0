#!/bin/sh
# Checks what the fan-out bench's numbers rest on: its readers, its table, how it starts servers,
# and what its programs make of odd servers. Measures nothing; takes half a minute.
set -eu
cd "$(dirname "$0")"

if [ "$(uname)" != Linux ]; then
    echo "Skipped: the bench is for Linux." >&2
    exit 0
fi
for tool in cc make python3; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        echo "Skipped: the bench's own tests need $tool." >&2
        exit 0
    fi
done
if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
    echo "Skipped: the bench's own tests need Python 3.10." >&2
    exit 0
fi
if ! echo '#include <openssl/ssl.h>' | cc -E - >/dev/null 2>&1; then
    echo "Skipped: the bench's own tests need OpenSSL's headers." >&2
    exit 0
fi
make -s -C c all check
python3 -W error -m unittest discover
