package dev.fanlight.relay.bench;

import java.time.Duration;

/**
 * How long everything takes. Immutable.
 *
 * @param warmUp with the first viewers before anything is measured: a JVM compiles what it runs often
 * @param settle between the last viewer of a rung and its window
 * @param window of each rung
 */
public record BenchTimes(Duration warmUp, Duration settle, Duration window) {}
