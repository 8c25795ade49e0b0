#!/bin/sh
# Writes what the programs are made of (CycloneDX) beside the packages, and adds it to SHA256SUMS.
set -eu
cd "$(dirname "$0")/../.."
out=$PWD/target/packages
name=$(basename "$(find "$out" -name 'fanlight-agent_*.deb' | head -n 1)" | sed 's/^fanlight-agent_\(.*\)_.*/fanlight-\1.cdx/')
if ./mvnw -B -q --no-transfer-progress org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeAggregateBom -DincludeTestScope=false -DoutputFormat=json \
    -DoutputDirectory="$out" -DoutputName="$name"; then
    (cd "$out" && sha256sum "$name.json" >>SHA256SUMS)
else
    echo "! There is no $name.json: Maven's CycloneDX plugin cannot be had." >&2
fi
