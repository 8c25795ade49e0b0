#!/bin/bash
# Records which classes a relay and an agent load until a camera is on its air: classes.txt.xz of each, from which packages make their archive when they are
# installed. A list that is too old costs time at the start, and nothing else.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=deploy/packages
relay=cloud-relay/target/fanlight-relay.jar
agent=edge-agent/target/fanlight-agent.jar
work=$(mktemp -d)
pids=()
clean_up() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap clean_up EXIT

wait_for() { # TEXT FILE
    local i
    for ((i = 0; i < 600; i++)); do
        if grep -q "$1" "$2"; then return; fi
        sleep 0.1
    done
    cat "$2" >&2
    exit 1
}

java=$PWD/target/packages/work/runtime-$(dpkg --print-architecture)/bin/java
[[ -x $java ]] || sh $here/runtime.sh "$(dpkg --print-architecture)" "$(dirname "$(dirname "$java")")"
record=(-Xshare:off -XX:+UseSerialGC)
"$java" "${record[@]}" -XX:DumpLoadedClassList="$work/relay.txt" -jar $relay serve --state "$work/relay" --set http.port=28443 >"$work/relay.log" 2>&1 &
pids+=($!)
wait_for 'Ready on port' "$work/relay.log"
join=$("$java" -jar $relay camera invite front --host localhost --state "$work/relay" -o json | sed -n 's/.*"join" *: *"\([^"]*\)".*/\1/p')
"$java" -jar $agent join "$join" --state "$work/agent" >"$work/agent.log"
"$java" "${record[@]}" -XX:DumpLoadedClassList="$work/agent.txt" -jar $agent run --source test --state "$work/agent" >>"$work/agent.log" 2>&1 &
pids+=($!)
wait_for 'connected to' "$work/agent.log"
for pid in "${pids[@]}"; do kill "$pid"; done
for pid in "${pids[@]}"; do wait "$pid" || true; done
pids=()
for program in relay agent; do
    xz -9ec "$work/$program.txt" >"$here/$program/classes.txt.xz"
    echo "✓ $program: $(grep -vc '^[#@]' "$work/$program.txt") classes"
done
