package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.chat.BanScope;
import dev.fanlight.protocol.chat.ChatLinks;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.relay.admin.service.CameraService;
import dev.fanlight.relay.auth.Principal.Owner;
import dev.fanlight.relay.chat.ChatLine;
import dev.fanlight.relay.chat.ChatModerators;
import dev.fanlight.relay.chat.Moderator;
import dev.fanlight.relay.chat.Removal;
import dev.fanlight.relay.chat.Sanction;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.store.LimitReachedException;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Keeping order in the chat, for the owner and for moderators of the camera. Thread safe. */
public final class ChatEndpoints {

    private static final int MAX_SLOW_SECONDS = (int) ModerationAct.MAX_SLOW.toSeconds();
    private static final int MAX_SECONDS = (int) ModerationAct.MAX_TIME_OUT.toSeconds();
    private static final int MIN_SECONDS = (int) ModerationAct.MIN_TIME_OUT.toSeconds();
    private static final String SANCTIONS_FULL =
            "This chat has as many bans and time-outs as it can hold, so nothing was changed. Lift some first.";
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final ChatModerators chat;
    private final CameraService cameras;

    /** Acts on {@code chat}, where there is such a camera. */
    public ChatEndpoints(ChatModerators chat, CameraService cameras) {
        this.chat = chat;
        this.cameras = cameras;
    }

    void register(Map<Route, Endpoint> endpoints) {
        endpoints.put(Route.CHAT_LINES, (Endpoint.Blocking)
                call -> Answer.ok(JsonViews.array(chat.lines(existing(call)), ChatEndpoints::line)));
        act(endpoints, Route.REMOVE_LINE, call -> new ModerationAct.Remove(seq(call)));
        act(endpoints, Route.RESTORE_LINE, call -> new ModerationAct.Restore(seq(call)));
        endpoints.put(Route.CHAT_MODE, (Endpoint.Blocking) this::mode);
        endpoints.put(Route.SET_CHAT_MODE, (Endpoint.Later) this::setMode);
        endpoints.put(Route.TIME_OUT, (Endpoint.Later) this::timeOut);
        endpoints.put(Route.BANS, (Endpoint.Blocking) this::bans);
        endpoints.put(Route.BAN_REACH, (Endpoint.Blocking)
                call -> Answer.ok(reach(existing(call), person(call)).orElseThrow(ChatEndpoints::unknown)));
        endpoints.put(Route.BAN, (Endpoint.Later) this::ban);
        act(endpoints, Route.LIFT_BAN, call -> new ModerationAct.Unban(person(call)));
    }

    private void act(Map<Route, Endpoint> endpoints, Route route, Function<Call, ModerationAct> reader) {
        endpoints.put(route, (Endpoint.Later) (call, worker) -> perform(call, worker, reader.apply(call)));
    }

    private Future<Answer> perform(Call call, Endpoint.Blocks worker, ModerationAct act) {
        return worker.run(() -> chat.act(existing(call), moderator(call), act))
                .compose(Future::fromCompletionStage)
                .map(ChatEndpoints::answer);
    }

    /** Answers whom it has hit, with the others from the same address and by the same link. */
    private Future<Answer> ban(Call call, Endpoint.Blocks worker) {
        BanScope scope = call.fields().optionalChoice("scope", BanScope::of).orElse(BanScope.ADDRESS);
        ModerationAct ban = new ModerationAct.Ban(person(call), scope);
        return worker.run(() -> reach(existing(call), person(call)))
                .compose(reach -> worker.run(() -> chat.act(existing(call), moderator(call), ban))
                        .compose(Future::fromCompletionStage)
                        .compose(result -> worker.run(() -> banned(call, reach, result))));
    }

    private Answer banned(Call call, Optional<JsonObject> reach, ModerationResult result) {
        imposed(call, Sanction.Kind.BAN, Problem.Code.BAN_NOT_STORED, result);
        return Answer.ok(reach.orElseGet(() -> JsonViews.ban(person(call))));
    }

    private Future<Answer> timeOut(Call call, Endpoint.Blocks worker) {
        Duration length = length(call);
        ModerationAct timeOut = new ModerationAct.TimeOut(person(call), length);
        if (length.isZero()) {
            return perform(call, worker, timeOut);
        }
        return worker.run(() -> chat.act(existing(call), moderator(call), timeOut))
                .compose(Future::fromCompletionStage)
                .compose(result -> worker.run(
                        () -> imposed(call, Sanction.Kind.TIME_OUT, Problem.Code.TIME_OUT_NOT_STORED, result)));
    }

    /** A sanction that cannot be stored is in force all the same. */
    private Answer imposed(Call call, Sanction.Kind kind, Problem.Code notStored, ModerationResult result) {
        if (result != ModerationResult.UNAVAILABLE) {
            return answer(result);
        }
        if (chat.isFull(call.cameraName())) {
            throw new LimitReachedException(SANCTIONS_FULL);
        }
        boolean inForce = chat.isUnder(kind, call.cameraName(), person(call));
        throw new ProblemException(inForce ? notStored : Problem.Code.NOT_STORED);
    }

    private Optional<JsonObject> reach(CameraName camera, String person) {
        return chat.reach(camera, person).map(JsonViews::reach);
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.Code.NOT_FOUND);
    }

    private static Answer answer(ModerationResult result) {
        return switch (result) {
            case DONE -> Answer.done();
            case NOT_ALLOWED, UNKNOWN -> throw new ProblemException(Problem.Code.NOT_FOUND);
            case TOO_FAST -> throw new ProblemException(Problem.tooMany(WAIT));
            case UNAVAILABLE -> throw new ProblemException(Problem.Code.NOT_STORED);
        };
    }

    private Answer mode(Call call) {
        ChatMode mode = chat.mode(existing(call));
        return Answer.ok(new JsonObject()
                .put("slow_seconds", mode.slowSeconds())
                .put("links", mode.links().wireName())
                .put("note", mode.note().orElse("")));
    }

    private Future<Answer> setMode(Call call, Endpoint.Blocks worker) {
        int seconds = call.fields().number("slow_seconds", 0, MAX_SLOW_SECONDS);
        ChatLinks links = call.fields().choice("links", ChatEndpoints::links);
        Optional<String> note = call.fields().optionalText("note", WireLimits.MAX_CHAT_GRAPHEMES);
        return perform(call, worker, new ModerationAct.Slow(Duration.ofSeconds(seconds)))
                .compose(done -> perform(call, worker, new ModerationAct.Links(links)))
                .compose(done -> note.isEmpty()
                        ? Future.succeededFuture(done)
                        : perform(call, worker, new ModerationAct.Pin(note)));
    }

    private Answer bans(Call call) {
        return Answer.ok(JsonViews.array(
                chat.sanctions(existing(call)).stream()
                        .filter(sanction -> sanction.kind() == Sanction.Kind.BAN)
                        .toList(),
                sanction -> new JsonObject()
                        .put("person", sanction.person())
                        .put("name", sanction.name())
                        .put("since", millis(sanction.atMicros()))
                        .put("until", millis(sanction.untilMicros()))));
    }

    /** The camera, where there is one and its chat is not closed to who calls. */
    private CameraName existing(Call call) {
        CameraName camera = cameras.find(call.cameraName())
                .orElseThrow(() -> new ProblemException(Problem.Code.NOT_FOUND))
                .name();
        boolean owns = call.principal() instanceof Owner;
        if (!owns && chat.isKeptOut(camera, call.client().key())) {
            throw new ProblemException(Problem.Code.NOT_FOUND);
        }
        return camera;
    }

    private static Moderator moderator(Call call) {
        ChatRole role = call.principal() instanceof Owner ? ChatRole.OWNER : ChatRole.MODERATOR;
        return new Moderator(call.actor().text(), role);
    }

    private static JsonObject line(ChatLine line) {
        JsonObject json = new JsonObject()
                .put("seq", line.seq())
                .put("time", millis(line.timeMicros()))
                .put("person", line.person())
                .put("name", line.name())
                .put("text", line.text());
        line.badge().ifPresent(badge -> json.put("badge", badge.wireName()));
        line.replyTo().ifPresent(seq -> json.put("reply_to", seq));
        if (!line.isVisible()) {
            Removal removal = line.removal().orElseThrow();
            json.put(
                    "removed",
                    new JsonObject()
                            .put("at", millis(removal.atMicros()))
                            .put("by", removal.by().id()));
        }
        return json;
    }

    private static long seq(Call call) {
        String text = call.path().getOrDefault("seq", "");
        if (!text.matches("[0-9]{1,15}")) {
            throw new ProblemException(Problem.Code.NOT_FOUND);
        }
        return Long.parseLong(text);
    }

    private static String person(Call call) {
        return call.path().getOrDefault("person", "");
    }

    private static Duration length(Call call) {
        int seconds = call.fields().number("seconds", 0, MAX_SECONDS);
        if (seconds > 0 && seconds < MIN_SECONDS) {
            throw Fields.wrong("seconds", "must be 0, or " + MIN_SECONDS + " to " + MAX_SECONDS);
        }
        return Duration.ofSeconds(seconds);
    }

    private static Optional<ChatLinks> links(String text) {
        for (ChatLinks links : ChatLinks.values()) {
            if (links.wireName().equals(text)) {
                return Optional.of(links);
            }
        }
        return Optional.empty();
    }

    private static long millis(long micros) {
        return TimeUnit.MICROSECONDS.toMillis(micros);
    }
}
