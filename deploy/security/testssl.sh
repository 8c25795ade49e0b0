#!/bin/sh
# What testssl.sh thinks of the relay's TLS: starts the relay from its jar on a free port of this computer, looks, prints a table of all that is
# not fine and ends with 1 when anything is MEDIUM or worse, but for the chain: the relay's own authority is nobody's acquaintance, and keeps no
# list of what it took back, since it issues to one server only, whose agents pin it.
# ENGINE=jdk does the same without BoringSSL.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
jar=${FANLIGHT_RELAY_JAR:-$here/../../cloud-relay/target/fanlight-relay.jar}
sh "$here/tools.sh" testssl.sh
if ! command -v testssl >/dev/null 2>&1; then
    echo "Not looked at: there is no testssl here." >&2
    exit 1
fi
if [ ! -f "$jar" ]; then
    echo "There is no $jar: run make build first." >&2
    exit 1
fi

work=$(mktemp -d)
java=""
[ "${ENGINE:-boringssl}" = jdk ] && java="-Dio.netty.handler.ssl.noOpenSsl=true"
# shellcheck disable=SC2086
java $java -jar "$jar" serve --state "$work/state" --set http.port=0 >"$work/relay.log" 2>&1 &
relay=$!
clean() {
    kill "$relay" 2>/dev/null || true
    wait "$relay" 2>/dev/null || true
    rm -rf "$work"
}
trap clean EXIT
trap 'exit 130' INT TERM
port=""
for _ in $(seq 100); do
    port=$(sed -n 's/.*Ready on port \([0-9]*\).*/\1/p' "$work/relay.log")
    [ -n "$port" ] && break
    sleep 0.3
done
if [ -z "$port" ]; then
    cat "$work/relay.log" >&2
    exit 1
fi

echo "Looking at the relay on port $port with ${ENGINE:-boringssl}; this takes a few minutes."
testssl --quiet --color 0 --warnings batch --ip one --add-ca "$work/state/ca.crt" --jsonfile "$work/found.json" "localhost:$port" \
    >"$work/testssl.log" 2>&1 || true
if [ ! -s "$work/found.json" ]; then
    cat "$work/testssl.log" >&2
    exit 1
fi
[ -z "${KEEP:-}" ] || cp "$work/found.json" "$KEEP"

awk -F'"' '
    $2 == "id" { id = $4 }
    $2 == "severity" { severity = $4; count[severity]++ }
    $2 == "finding" {
        expected = id ~ /^(cert_chain_of_trust|cert_revocation)$/
        if (severity ~ /^(LOW|WARN|MEDIUM|HIGH|CRITICAL|FATAL)$/) {
            printf "%-9s %-40s %s%s\n", severity, id, substr($4, 1, 90), expected ? "  (own authority)" : ""
        }
        if (severity ~ /^(MEDIUM|HIGH|CRITICAL|FATAL)$/ && !expected) bad++
        if (id ~ /scanTime/) done = 1
    }
    END {
        printf "\n%d fine, %d for information, %d low, %d medium or worse besides the chain\n", count["OK"], count["INFO"], count["LOW"], bad
        if (!count["OK"]) { print "The look was not finished."; exit 1 }
        exit bad > 0
    }
' "$work/found.json"
