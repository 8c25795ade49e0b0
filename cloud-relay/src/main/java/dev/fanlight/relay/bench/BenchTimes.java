package dev.fanlight.relay.bench;

import java.time.Duration;

/**
 * Durations of one run. Immutable.
 *
 * @param warmUp with the first viewers before anything is measured, for the JVM to compile
 * @param settle between the last viewer of a step and its window
 * @param window measured in each step
 */
public record BenchTimes(Duration warmUp, Duration settle, Duration window) {}
