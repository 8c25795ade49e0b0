#!/usr/bin/env bash
# A relay and an agent on this computer, as two processes; the agent dials out to the relay over TLS as it would from
# behind NAT. State goes to target/demo. Ctrl-C or SIGTERM stops both.
#   DEMO_SOURCE  test (default), file:PATH or a V4L2 device
#   DEMO_PORT    where the page is served (8080, or the next free port)
#   DEMO_LAN     1: also prints the link for a phone on this network, with its QR code
# Exit code 3: a demo runs already.
set -euo pipefail
cd "$(dirname "$0")/../.."

source=${DEMO_SOURCE:-test}
state=$PWD/target/demo
relay_jar=cloud-relay/target/fanlight-relay.jar
agent_jar=edge-agent/target/fanlight-agent.jar
# The short-lived commands spend their time starting, not running.
quick=(java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -jar)

taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
free_port() {
    local port=$1
    while taken "$port"; do port=$((port + 1)); done
    echo "$port"
}
# One line that is written over, on a terminal only.
progress() { [[ ! -t 1 ]] || printf '\r\033[K%s' "$1"; }
fail() {
    progress ''
    echo "✗ $1" >&2
    exit "${2:-1}"
}
# The address of this computer by which it reaches others.
lan_address() {
    ip -4 route get 192.0.2.1 2>/dev/null | sed -n 's/.* src \([0-9.]*\).*/\1/p'
}

pids=()
terminal=
stop() {
    trap - EXIT INT TERM
    [[ -z $terminal ]] || stty "$terminal"
    for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
    for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
}
trap stop EXIT
trap 'stop; exit 130' INT
trap 'stop; exit 143' TERM

# A second demo would remove the state of the first, which runs with it. The lock is released with the last of its processes.
mkdir -p "$(dirname "$state")"
if command -v flock >/dev/null; then
    exec 9<>"$state.lock"
    if ! flock -n 9; then
        fail "A demo runs already, as process $(head -n 1 "$state.lock"). Stop that one first (Ctrl-C there)." 3
    fi
    echo "$$" >"$state.lock"
fi

rm -rf "$state"
mkdir -p "$state"
tls_port=$(free_port "${DEMO_TLS_PORT:-8443}")
page_port=$(free_port "${DEMO_PORT:-8080}")
lan=
if [[ ${DEMO_LAN:-0} != 0 ]]; then
    lan=$(lan_address)
    [[ -n $lan ]] || fail "This computer has no address on a network, so there is nothing for DEMO_LAN."
fi

progress "Starting the relay …"
java -jar "$relay_jar" serve --state "$state/relay" \
    --set "http.port=$tls_port" --set "http.plain_port=$page_port" \
    --set limits.connects_per_minute=600 --set limits.sockets_per_address=500 \
    --set limits.connections_per_address=500 >"$state/relay.log" 2>&1 &
pids+=($!)
relay_pid=$!
until grep -q "Ready on port" "$state/relay.log"; do
    kill -0 "$relay_pid" 2>/dev/null || fail "The relay did not start: $(tail -n 3 "$state/relay.log")"
    sleep 0.1
done

progress "Connecting a camera …"
invitation=$("${quick[@]}" "$relay_jar" camera invite demo --host localhost --state "$state/relay" -o json)
join=$(sed -n 's/.*"join" *: *"\([^"]*\)".*/\1/p' <<<"$invitation")
key=$(sed -n 's/.*\/w\/demo#\([a-z2-7]*\)".*/\1/p' <<<"$invitation")
"${quick[@]}" "$agent_jar" join "$join" --state "$state/agent" >"$state/agent.log" 2>&1 || fail "$(cat "$state/agent.log")"

# Footage keeps its own rate; the default is made for cameras.
rate=()
[[ $source != file:* ]] || rate=(--set camera.fps=60)
java -jar "$agent_jar" run --source "$source" --state "$state/agent" "${rate[@]}" >>"$state/agent.log" 2>&1 &
pids+=($!)
agent_pid=$!
until grep -q 'connected to ' "$state/agent.log"; do
    kill -0 "$agent_pid" 2>/dev/null || fail "The agent did not start: $(tail -n 3 "$state/agent.log")"
    sleep 0.1
done

progress ''
owner=$(sed -n "s|.*\(http://localhost:$page_port/admin#[a-z2-7]*\).*|\1|p" "$state/relay.log" | head -n 1)
cat <<END
Fanlight demo: a relay and an agent on this computer, with the source "$source".

Watch  http://localhost:$page_port/w/demo#$key
Owner  $owner   (valid once; sets a password)
END
if [[ -n $lan ]]; then
    phone="https://$lan:$tls_port/w/demo#$key"
    echo "Phone  $phone   (warns once: the relay's own certificate)"
    "${quick[@]}" "$relay_jar" link qr "$phone" || true
fi
cat <<END

Open the link twice and chat with yourself. Logs: $state. Stop: Ctrl-C or q.
END

# On a terminal Ctrl-C is read as a key: as a signal it would also end make, with a message that looks like a failure.
running() { kill -0 "$relay_pid" 2>/dev/null && kill -0 "$agent_pid" 2>/dev/null; }
if [[ -t 0 ]]; then
    terminal=$(stty -g)
    stty -isig -icanon -echo min 0 time 10
    while running; do
        key=$(head -c 1)
        if [[ $key == $'\x03' || $key == q ]]; then
            stop
            echo "Stopped."
            exit 0
        fi
    done
else
    wait -n "${pids[@]}" || true
fi
fail "One of the two has stopped: $(tail -n 3 "$state/relay.log" "$state/agent.log")"
