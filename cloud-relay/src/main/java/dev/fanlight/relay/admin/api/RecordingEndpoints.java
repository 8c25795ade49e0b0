package dev.fanlight.relay.admin.api;

import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.recording.RecordingLibrary;
import dev.fanlight.relay.recording.RecordingLibrary.Span;
import dev.fanlight.relay.store.Recordings.RecordedFile;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was recorded of a camera, as far back as the caller may see it. Thread safe. */
public final class RecordingEndpoints {

    private static final long MILLI = 1_000;
    private static final int MOST_DIGITS = 15;

    private final RecordingLibrary library;
    private final AccessPolicy policy;
    private final Clock clock;

    /** Answers from {@code library} what {@code policy} allows. */
    public RecordingEndpoints(RecordingLibrary library, AccessPolicy policy, Clock clock) {
        this.library = library;
        this.policy = policy;
        this.clock = clock;
    }

    void register(Map<Route, Endpoint> endpoints) {
        endpoints.put(Route.RECORDING, (Endpoint.Blocking) this::spans);
        endpoints.put(Route.RECORDING_GROUPS, (Endpoint.Blocking) this::groups);
    }

    private Answer spans(Call call) {
        long earliest = earliest(call);
        List<Span> spans =
                library.spans(call.cameraName(), Math.max(earliest, from(call, 0)) * MILLI, to(call) * MILLI);
        return Answer.ok(new JsonObject()
                .put("now", clock.millis())
                .put("earliest", earliest)
                .put(
                        "spans",
                        JsonViews.array(
                                spans,
                                span -> new JsonObject()
                                        .put("from", span.fromMicros() / MILLI)
                                        .put("to", span.toMicros() / MILLI))));
    }

    private Answer groups(Call call) {
        long from = Math.max(earliest(call), from(call, clock.millis())) * MILLI;
        long to = to(call) * MILLI;
        List<RecordedGroup> groups = library.groups(call.cameraName(), from, to, RecordingLibrary.MAX_GROUPS);
        Map<Long, String> codecs = library.files(call.cameraName(), from, to).stream()
                .collect(Collectors.toMap(RecordedFile::startMicros, RecordedFile::codecs));
        JsonArray list = JsonViews.array(
                groups,
                group -> new JsonObject()
                        .put("at", group.startMicros())
                        .put("lasts", group.durationMicros())
                        .put("file", group.file())
                        .put("position", group.position())
                        .put("codecs", codecs.getOrDefault(group.file(), ""))
                        .put("key", group.isKey()));
        return Answer.ok(list);
    }

    private long earliest(Call call) {
        return clock.millis()
                - policy.rewind(call.principal(), call.cameraName()).millis();
    }

    private static long from(Call call, long usual) {
        return number(call, "from").orElse(usual);
    }

    private long to(Call call) {
        return number(call, "to").orElse(clock.millis());
    }

    private static Optional<Long> number(Call call, String name) {
        return Optional.ofNullable(call.query().get(name)).map(text -> {
            if (text.length() > MOST_DIGITS || !text.matches("[0-9]+")) {
                throw Fields.wrong(name, "is not a time, ms since 1970");
            }
            return Long.parseLong(text);
        });
    }
}
