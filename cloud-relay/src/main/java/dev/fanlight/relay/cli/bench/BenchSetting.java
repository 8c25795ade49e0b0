package dev.fanlight.relay.cli.bench;

import dev.fanlight.relay.bench.BenchTimes;

/**
 * What is measured, for reports. Immutable.
 *
 * @param holder subject of the result sentence
 * @param relay which relay
 * @param stream description of the stream
 * @param transport TLS or plain TCP
 * @param times durations
 */
record BenchSetting(String holder, String relay, String stream, String transport, BenchTimes times) {}
