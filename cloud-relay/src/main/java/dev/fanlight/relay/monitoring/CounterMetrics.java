package dev.fanlight.relay.monitoring;

import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;

/**
 * What the whole relay counts. Thread safe.
 *
 * @param counters are read only when a monitoring system asks
 */
record CounterMetrics(RelayCounters counters) implements MetricSource {

    private static final String ADMITTED = "admitted";
    private static final String REFUSED = "refused";

    @Override
    public void collect(Samples samples) {
        for (RelayCounter counter : RelayCounter.values()) {
            collect(samples, counter);
        }
        samples.add(Metric.FIRST_FRAME, counters.firstFrames().read());
    }

    private void collect(Samples samples, RelayCounter counter) {
        switch (counter) {
            case FRAMES_IN -> add(samples, counter, Metric.UNITS_RECEIVED);
            case FRAMES_OUT -> add(samples, counter, Metric.UNITS_SENT);
            case FRAMES_DROPPED_SLOW_VIEWER -> add(samples, counter, Metric.DROPPED, "slow_viewer");
            case FRAMES_DROPPED_SLOW_READER -> add(samples, counter, Metric.DROPPED, "slow_reader");
            case FRAMES_DROPPED_BROKEN_CHAIN -> add(samples, counter, Metric.DROPPED, "undecodable");
            case VIEWERS_ADMITTED -> add(samples, counter, Metric.VIEWER_ADMISSIONS, ADMITTED);
            case VIEWERS_REFUSED -> add(samples, counter, Metric.VIEWER_ADMISSIONS, REFUSED);
            case VIEWERS_TOO_SLOW -> add(samples, counter, Metric.VIEWER_DISCONNECTS, "too_slow");
            case PUBLISHERS_ADMITTED -> add(samples, counter, Metric.PUBLISHER_ADMISSIONS, ADMITTED);
            case PUBLISHERS_REFUSED -> add(samples, counter, Metric.PUBLISHER_ADMISSIONS, REFUSED);
            case ORIGINS_REFUSED -> add(samples, counter, Metric.REFUSED_REQUESTS, "origin");
            case ADDRESSES_LIMITED -> add(samples, counter, Metric.REFUSED_REQUESTS, "rate");
            case HANDSHAKES_EVICTED -> add(samples, counter, Metric.REFUSED_REQUESTS, "handshake");
            case REQUESTS_MALFORMED -> add(samples, counter, Metric.REFUSED_REQUESTS, "malformed");
            case PROTOCOL_ERRORS -> add(samples, counter, Metric.REFUSED_REQUESTS, "protocol");
            case CHILDREN_STARTED -> add(samples, counter, Metric.FFMPEG, "started");
            case CHILDREN_REFUSED -> add(samples, counter, Metric.FFMPEG, REFUSED);
            case CHILDREN_FAILED -> add(samples, counter, Metric.FFMPEG, "failed");
            case CHAT_LINES -> add(samples, counter, Metric.CHAT, "stored");
            case CHAT_REFUSED -> add(samples, counter, Metric.CHAT, REFUSED);
        }
    }

    private void add(Samples samples, RelayCounter counter, Metric metric, String... labels) {
        samples.add(metric, (double) counters.get(counter), labels);
    }
}
