package dev.fanlight.relay.monitoring;

import dev.fanlight.relay.metrics.DurationHistogram;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The values of one scrape. Not thread safe. */
final class Samples {

    private final Map<Metric, List<GaugeDataPointSnapshot>> gauges = new EnumMap<>(Metric.class);
    private final Map<Metric, List<CounterDataPointSnapshot>> counters = new EnumMap<>(Metric.class);
    private final Map<Metric, List<HistogramDataPointSnapshot>> histograms = new EnumMap<>(Metric.class);
    private final Map<Metric, List<InfoDataPointSnapshot>> infos = new EnumMap<>(Metric.class);

    /** Adds the value of a gauge, a counter, or an information, which is always 1; with a value for each of its labels. */
    void add(Metric metric, double value, String... labels) {
        switch (metric.type()) {
            case GAUGE ->
                points(gauges, metric)
                        .add(GaugeDataPointSnapshot.builder()
                                .value(value)
                                .labels(labels(metric, labels))
                                .build());
            case COUNTER ->
                points(counters, metric)
                        .add(CounterDataPointSnapshot.builder()
                                .value(value)
                                .labels(labels(metric, labels))
                                .build());
            case INFO ->
                points(infos, metric)
                        .add(InfoDataPointSnapshot.builder()
                                .labels(labels(metric, labels))
                                .build());
            case HISTOGRAM -> throw new IllegalArgumentException(metric + " is a histogram");
        }
    }

    /** Adds the value of a gauge or counter that counts: exact up to 2^53. */
    void add(Metric metric, long value, String... labels) {
        add(metric, (double) value, labels);
    }

    /** Adds 1 or 0. */
    void add(Metric metric, boolean value, String... labels) {
        add(metric, value ? 1L : 0L, labels);
    }

    /** Adds a histogram, with a value for each of its labels. */
    void add(Metric metric, DurationHistogram.Reading reading, String... labels) {
        List<Double> bounds = new ArrayList<>(reading.bounds());
        bounds.add(Double.POSITIVE_INFINITY);
        points(histograms, metric)
                .add(HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, reading.counts()))
                        .sum(reading.sum())
                        .labels(labels(metric, labels))
                        .build());
    }

    /** All of them, as the library writes them. */
    MetricSnapshots snapshots() {
        List<MetricSnapshot> all = new ArrayList<>();
        gauges.forEach((metric, points) -> all.add(new GaugeSnapshot(metadata(metric), points)));
        counters.forEach((metric, points) -> all.add(new CounterSnapshot(metadata(metric), points)));
        infos.forEach((metric, points) -> all.add(new InfoSnapshot(metadata(metric), points)));
        histograms.forEach((metric, points) -> all.add(new HistogramSnapshot(metadata(metric), points)));
        return new MetricSnapshots(all);
    }

    /** The library adds the end that belongs to the type itself. */
    private static MetricMetadata metadata(Metric metric) {
        String name = metric.title();
        String end = switch (metric.type()) {
            case COUNTER -> "_total";
            case INFO -> "_info";
            case GAUGE, HISTOGRAM -> "";
        };
        return new MetricMetadata(name.substring(0, name.length() - end.length()), metric.help());
    }

    private static Labels labels(Metric metric, String... values) {
        return Labels.of(metric.labels(), List.of(values));
    }

    private static <T> List<T> points(Map<Metric, List<T>> all, Metric metric) {
        return all.computeIfAbsent(metric, any -> new ArrayList<>());
    }
}
