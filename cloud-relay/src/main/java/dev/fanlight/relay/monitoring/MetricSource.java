package dev.fanlight.relay.monitoring;

/** Reads what it knows when a monitoring system asks. May block; called on a worker, by several at a time. */
@FunctionalInterface
interface MetricSource {

    /** Adds the values of this moment. */
    void collect(Samples samples);
}
