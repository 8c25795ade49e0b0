package dev.fanlight.relay.monitoring;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.StreamRegistry;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * The relay’s metrics and those of its JVM, in the text format of Prometheus. Everything is read when it is asked for: what serves streams
 * only counts, as it would without metrics. Blocking, thread safe.
 */
public final class RelayMetrics implements AutoCloseable {

    /** The media type of {@link #text()}. */
    static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM);
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final List<MetricSource> sources;

    /**
     * Reads these.
     *
     * @param cameras the cameras there are
     */
    public RelayMetrics(
            StreamRegistry streams,
            Supplier<Collection<CameraName>> cameras,
            RelayCounters counters,
            HealthMetrics health) {
        this.sources = List.of(new CameraMetrics(streams, cameras), new CounterMetrics(counters), health);
        registry.register((MultiCollector) this::collect);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ClassLoaderMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new FileDescriptorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        collections.bindTo(meters);
    }

    /** All values of this moment. */
    public byte[] text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out, registry.scrape());
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        collections.close();
        meters.close();
    }

    private MetricSnapshots collect() {
        Samples samples = new Samples();
        sources.forEach(source -> source.collect(samples));
        return samples.snapshots();
    }
}
