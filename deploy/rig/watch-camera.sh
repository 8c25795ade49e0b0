#!/usr/bin/env bash
# The agent jar in a virtual Debian machine with a V4L2 camera (vivid), a relay on this host, and headless Chromium that looks at the
# moving picture. Takes about two minutes when the machine's image is there; not part of `make test`.
#   RIG   folder with up.sh, run.sh and down.sh of the virtual machine
#   OUT   where the screenshot and the logs go (target/rig)
set -euo pipefail
cd "$(dirname "$0")/../.."

rig=${RIG:?set RIG to the folder of the virtual machine (its up.sh, run.sh and down.sh)}
out=${OUT:-$PWD/target/rig}
tls_port=${TLS_PORT:-18443}
page_port=${PAGE_PORT:-18080}
relay_jar=cloud-relay/target/fanlight-relay.jar
jar=/mnt/host/fanlight-agent.jar

export RIG_ARCH=amd64 RIG_NAME=fanlight RIG_SHARE=$PWD/edge-agent/target
relay_pid=
stop() {
    [ -z "$relay_pid" ] || kill "$relay_pid" 2>/dev/null || true
    "$rig/down.sh" || true
}
trap stop EXIT

rm -rf "$out"
mkdir -p "$out"
java -jar "$relay_jar" serve --state "$out/relay" --set "http.port=$tls_port" --set "http.plain_port=$page_port" \
    --set limits.connects_per_minute=600 >"$out/relay.log" 2>&1 &
relay_pid=$!
"$rig/up.sh"
grep -q 'Ready on port' "$out/relay.log" || {
    cat "$out/relay.log" >&2
    exit 1
}
# The guest reaches this host's loopback as 10.0.2.2.
invitation=$(java -jar "$relay_jar" camera invite rig --host 10.0.2.2 --state "$out/relay" -o json)
join=$(sed -n 's/.*"join" *: *"\([^"]*\)".*/\1/p' <<<"$invitation")
key=$(sed -n 's/.*\/w\/rig#\([a-z2-7]*\)".*/\1/p' <<<"$invitation")

"$rig/run.sh" -t 120 "java -jar $jar cameras; java -jar $jar join '$join' --state /root/agent"
"$rig/run.sh" -t 20 "nohup java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar $jar run --state /root/agent --source ${SOURCE:-/dev/video0} \
    --set camera.width=640 --set camera.height=360 --set camera.fps=10 >/root/agent.log 2>&1 & echo started"
status=0
node deploy/rig/look.mjs "http://localhost:$page_port/w/rig#$key" "$out/picture.png" || status=$?
"$rig/run.sh" -t 20 'cat /root/agent.log' >"$out/agent.log" || true
cat "$out/agent.log"
exit "$status"
