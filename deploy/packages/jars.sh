#!/bin/sh
# Builds the jars with the natives of each ARCH: jars.sh ARCH…; those of arm64 go to */target/arm64, those of amd64 stay in */target.
set -eu
cd "$(dirname "$0")/../.."

for arch in "$@"; do
    if [ "$arch" = arm64 ]; then
        ./mvnw -B -q --no-transfer-progress -Parm64 -DskipTests package
        for jar in cloud-relay/target/fanlight-relay.jar edge-agent/target/fanlight-agent.jar; do
            mkdir -p "$(dirname "$jar")/arm64"
            mv "$jar" "$(dirname "$jar")/arm64/"
        done
    fi
done
# Those of amd64 in any case: the programs describe their own commands.
./mvnw -B -q --no-transfer-progress -DskipTests package
