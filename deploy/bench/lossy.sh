#!/bin/sh
# Prints how the watch page does on a lossy link: age p50 and p95, frames shown and stalls, by WebSocket and by WebRTC, at 0, 2, 5 and 10 %
# loss and round trips of 50 and 300 ms. Needs root (two network namespaces), Chromium, Node and both jars; takes some 12 minutes.
#   deploy/bench/lossy.sh                         all cases
#   FANLIGHT_LOSSES=10 FANLIGHT_ROUND_TRIPS=300 FANLIGHT_TRANSPORTS=webrtc deploy/bench/lossy.sh
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
chromium=${CHROMIUM:-$(command -v chromium)}
here=fanlight-lossy-a-$$
there=fanlight-lossy-b-$$
folder=$(mktemp -d)

cleanup() {
    for namespace in "$here" "$there"; do
        for pid in $(ip netns pids "$namespace" 2>/dev/null); do
            kill "$pid" 2>/dev/null || true
        done
        ip netns delete "$namespace" 2>/dev/null || true
    done
    rm -rf "$folder"
}
trap cleanup EXIT INT TERM

for namespace in "$here" "$there"; do
    ip netns add "$namespace"
    ip -n "$namespace" link set lo up
done
# The browser is on the other side of the link; it is controlled by its standard input and output.
printf '#!/bin/sh\nexec ip netns exec %s %s "$@"\n' "$there" "$chromium" > "$folder/chromium"
chmod +x "$folder/chromium"

CHROMIUM="$folder/chromium" FANLIGHT_ADVERTISE=10.99.0.1 FANLIGHT_LOSSY="$here $there" \
    timeout 1800 ip netns exec "$here" sh "$root/web-client/npm.sh" bench -- lossy.bench.ts
