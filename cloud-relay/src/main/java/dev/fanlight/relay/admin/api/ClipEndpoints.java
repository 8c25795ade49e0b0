package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.rewind.ClipCutter;
import dev.fanlight.relay.rewind.ClipCutter.Cut;
import dev.fanlight.relay.rewind.ClipCutter.Outcome;
import dev.fanlight.relay.rewind.ClipCutter.Refusal;
import dev.fanlight.relay.store.Clips;
import dev.fanlight.relay.store.Clips.Clip;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Clips of recordings and their links. Thread safe. */
public final class ClipEndpoints {

    private static final Duration LONGEST_LIFE = Duration.ofDays(365);
    private static final long LAST_MILLIS = 999_999_999_999_999L;
    private static final long MILLI = 1_000;

    private final Clips clips;
    private final ClipCutter cutter;
    private final AddressBook addresses;
    private final AuditLog audit;
    private final Clock clock;

    /** Answers from {@code clips}, and has them cut by {@code cutter}. */
    public ClipEndpoints(Clips clips, ClipCutter cutter, AddressBook addresses, AuditLog audit, Clock clock) {
        this.clips = clips;
        this.cutter = cutter;
        this.addresses = addresses;
        this.audit = audit;
        this.clock = clock;
    }

    void register(Map<Route, Endpoint> endpoints) {
        endpoints.put(Route.CLIPS, (Endpoint.Blocking) this::list);
        endpoints.put(Route.CREATE_CLIP, (Endpoint.Blocking) this::create);
        endpoints.put(Route.DELETE_CLIP, (Endpoint.Blocking) this::delete);
        endpoints.put(Route.SHARE_CLIP, (Endpoint.Blocking) this::share);
        endpoints.put(Route.UNSHARE_CLIP, (Endpoint.Blocking) this::unshare);
    }

    private Answer list(Call call) {
        long now = clock.millis();
        return Answer.ok(JsonViews.array(clips.list(call.cameraName()), clip -> view(clip, now)));
    }

    private Answer create(Call call) {
        long from = moment(call, "from");
        long to = moment(call, "to");
        String name = call.fields().optionalLine("name", Fields.MAX_LABEL).orElse("");
        if (to <= from || to - from > ClipCutter.LONGEST.toMillis()) {
            throw Fields.wrong("to", "must be later than \"from\", by 30 minutes at most");
        }
        Outcome outcome = cutter.cut(call.cameraName(), from * MILLI, to * MILLI, name);
        if (outcome instanceof Cut cut) {
            note(call, "clip.create", cut.clip().id());
            return Answer.created(view(cut.clip(), clock.millis()));
        }
        throw refused((Refusal) outcome);
    }

    private Answer delete(Call call) {
        boolean deleted = cutter.delete(call.cameraName(), call.id());
        if (deleted) {
            note(call, "clip.delete", call.id());
        }
        return Answer.doneIf(deleted);
    }

    private Answer share(Call call) {
        OptionalLong expires = call.fields().optionalEnd(clock, LONGEST_LIFE);
        Optional<String> host = call.fields().optionalHost();
        CameraName camera = call.cameraName();
        String key =
                clips.share(camera, call.id(), expires).orElseThrow(() -> new ProblemException(Problem.Code.NOT_FOUND));
        note(call, "clip.share", call.id());
        String path = "/c/" + camera + "/clip/" + call.id() + ".mp4?key=" + key;
        return Answer.created(new JsonObject()
                .put("urls", new JsonArray(addresses.relay().get().page(host, path))));
    }

    private Answer unshare(Call call) {
        boolean taken = clips.unshare(call.cameraName(), call.id());
        if (taken) {
            note(call, "clip.unshare", call.id());
        }
        return Answer.doneIf(taken);
    }

    private void note(Call call, String act, String id) {
        audit.record(AuditLog.Entry.of(
                call.actor().text(), act, Optional.of(call.cameraName().text()), Optional.of(id)));
    }

    private static long moment(Call call, String name) {
        return call.fields().optionalNumber(name, 0, LAST_MILLIS).orElseThrow(() -> Fields.wrong(name, "is missing"));
    }

    private static ProblemException refused(Refusal why) {
        return new ProblemException(
                switch (why) {
                    case NOTHING -> problem(Problem.Code.NOT_FOUND, "Nothing was recorded then.");
                    case CHANGES ->
                        problem(
                                Problem.Code.CONFLICT,
                                "Size or codec of the video changed in between. Cut before or after that.");
                    case NO_ROOM ->
                        problem(Problem.Code.LIMIT_REACHED, "The disk has no room for this clip. Delete some first.");
                    case BUSY ->
                        problem(Problem.Code.TOO_MANY_REQUESTS, "Another clip is being cut. Try again in a moment.");
                });
    }

    private static Problem problem(Problem.Code code, String title) {
        return new Problem(code, title, Optional.empty(), Optional.empty());
    }

    private static JsonObject view(Clip clip, long nowMillis) {
        long from = TimeUnit.MICROSECONDS.toMillis(clip.startMicros());
        JsonObject view = new JsonObject()
                .put("id", clip.id())
                .put("name", clip.name())
                .put("from", from)
                .put("to", from + TimeUnit.MICROSECONDS.toMillis(clip.durationMicros()))
                .put("bytes", clip.bytes())
                .put("created_at", clip.createdMillis())
                .put(
                        "shared",
                        clip.link().filter(link -> link.isValid(nowMillis)).isPresent());
        clip.link().ifPresent(link -> link.expiresMillis().ifPresent(expires -> view.put("expires_at", expires)));
        return view;
    }
}
