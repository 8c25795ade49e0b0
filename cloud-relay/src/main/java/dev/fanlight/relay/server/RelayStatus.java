package dev.fanlight.relay.server;

import dev.fanlight.media.UplinkQuality;
import dev.fanlight.relay.config.RelayVersion;
import dev.fanlight.relay.health.Traffic;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.store.AuditEntries;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.relay.tls.CertificateState;
import dev.fanlight.runtime.MediaClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The status that the owner sees. Blocking, thread safe. */
final class RelayStatus {

    private static final Duration ALERTS = Duration.ofHours(24);
    private static final int MAX_ALERTS = 200;

    private final StreamRegistry streams;
    private final RelayCounters counters;
    private final Traffic traffic;
    private final AuditEntries audit;
    private final Supplier<Optional<String>> storeProblem;
    private final Supplier<Optional<CertificateState>> certificate;
    private final Supplier<List<String>> gatewayProblems;
    private final Supplier<Optional<String>> recordingProblem;
    private final MediaClock clock;
    private final long startedMillis;

    RelayStatus(
            StreamRegistry streams,
            RelayCounters counters,
            Traffic traffic,
            AuditEntries audit,
            Supplier<Optional<String>> storeProblem,
            Supplier<Optional<CertificateState>> certificate,
            Supplier<List<String>> gatewayProblems,
            Supplier<Optional<String>> recordingProblem,
            MediaClock clock) {
        this.streams = streams;
        this.counters = counters;
        this.traffic = traffic;
        this.audit = audit;
        this.storeProblem = storeProblem;
        this.certificate = certificate;
        this.gatewayProblems = gatewayProblems;
        this.recordingProblem = recordingProblem;
        this.clock = clock;
        this.startedMillis = nowMillis();
    }

    JsonObject json() {
        Collection<LiveStream> open = streams.all();
        long alertsSince = nowMillis() - ALERTS.toMillis();
        long alerts = audit.newest(Long.MAX_VALUE, MAX_ALERTS, true).stream()
                .filter(written -> written.timeMillis() >= alertsSince)
                .count();
        Optional<String> problem = storeProblem.get();
        JsonObject json = new JsonObject()
                .put("version", RelayVersion.text())
                .put("uptime_ms", nowMillis() - startedMillis)
                .put(
                        "cameras_online",
                        open.stream().filter(LiveStream::isOnline).count())
                .put("cameras_slow", open.stream().filter(RelayStatus::isSlow).count())
                .put("viewers", open.stream().mapToInt(LiveStream::viewers).sum())
                .put("frames_in", counters.get(RelayCounter.FRAMES_IN))
                .put("frames_out", counters.get(RelayCounter.FRAMES_OUT))
                .put("frames_dropped", counters.get(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER))
                .put("bytes_in", traffic.bytesIn())
                .put("bytes_out", traffic.bytesOut())
                .put("alerts", alerts + (problem.isPresent() ? 1 : 0))
                .put("certificate", certificate());
        List<String> gateways = gatewayProblems.get();
        if (!gateways.isEmpty()) {
            json.put("gateway_problems", new JsonArray(gateways));
        }
        recordingProblem.get().ifPresent(reason -> json.put("recording_problem", reason));
        problem.ifPresent(reason -> json.put("store_problem", reason));
        return json;
    }

    private static boolean isSlow(LiveStream stream) {
        return stream.status().uplink() != UplinkQuality.FINE;
    }

    private JsonObject certificate() {
        Optional<CertificateState> state = certificate.get();
        if (state.isEmpty()) {
            return new JsonObject().put("mode", "proxy");
        }
        JsonObject json = new JsonObject()
                .put("mode", state.get().mode().name().toLowerCase(Locale.ROOT))
                .put("names", new JsonArray(state.get().names()))
                .put("not_after", state.get().notAfter().toEpochMilli());
        state.get().lastError().ifPresent(problem -> json.put("problem", problem));
        return json;
    }

    private long nowMillis() {
        return TimeUnit.MICROSECONDS.toMillis(clock.micros());
    }
}
