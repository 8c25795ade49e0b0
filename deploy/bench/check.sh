#!/bin/sh
# Checks what the fan-out bench's numbers rest on: its readers, its table, how it starts servers. Measures nothing; takes seconds.
set -eu
cd "$(dirname "$0")"

for tool in cc make python3; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        echo "Skipped: the bench's own tests need $tool." >&2
        exit 0
    fi
done
if ! echo '#include <openssl/ssl.h>' | cc -E - >/dev/null 2>&1; then
    echo "Skipped: the bench's own tests need OpenSSL's headers." >&2
    exit 0
fi
make -s -C c check
python3 -W error -m unittest discover
