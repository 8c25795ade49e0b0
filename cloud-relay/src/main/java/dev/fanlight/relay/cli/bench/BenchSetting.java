package dev.fanlight.relay.cli.bench;

import dev.fanlight.relay.bench.BenchTimes;

/**
 * What is measured, in words. Immutable.
 *
 * @param holder what holds so many viewers, to begin a sentence
 * @param relay which
 * @param stream what it sends
 * @param transport TLS or plain
 * @param times how long
 */
record BenchSetting(String holder, String relay, String stream, String transport, BenchTimes times) {}
