package dev.fanlight.agent.uplink.connection;

import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.agent.Share;
import dev.fanlight.protocol.agent.ShareRefused;
import dev.fanlight.protocol.agent.Shared;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.ChatSend;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * What people at the camera have requested of the relay, until it answers; at most {@link #MAX_PENDING}. {@link #say} and {@link #share} are
 * for any thread, the rest for the event loop only.
 */
public final class RelayRequests {

    /** Most requests that wait for an answer. */
    static final int MAX_PENDING = 8;

    /** How long an answer is waited for. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private final Context context;
    private final RandomGenerator random;
    private final Predicate<FromAgent> relay;
    private final Duration limit;

    // event loop only
    private final Map<String, Promise<ToAgent>> pending = new LinkedHashMap<>();

    /** {@code relay} sends a message, or returns false when there is no connection; {@code limit} is how long an answer is waited for. */
    RelayRequests(Context context, RandomGenerator random, Predicate<FromAgent> relay, Duration limit) {
        this.context = context;
        this.random = random;
        this.relay = relay;
        this.limit = limit;
    }

    /** Whether a message answers a request. */
    static boolean isAnswer(ToAgent message) {
        return switch (message.type()) {
            case CHAT_ACCEPTED, CHAT_REFUSED, SHARED, SHARE_REFUSED -> true;
            default -> false;
        };
    }

    /** Writes a line in the camera’s chat, as the camera. Fails with a {@link RequestRefusedException}. */
    public CompletionStage<Void> say(String text) {
        return ask(id -> new ChatSend(id, text)).compose(RelayRequests::said).toCompletionStage();
    }

    /** Requests a link to watch the camera. Fails with a {@link RequestRefusedException}. */
    public CompletionStage<WatchLink> share() {
        return ask(Share::new).compose(RelayRequests::shared).toCompletionStage();
    }

    /** The relay has answered; an answer to nothing, or one that comes too late, is ignored. */
    void answered(ToAgent message) {
        id(message).map(pending::remove).ifPresent(waiting -> waiting.complete(message));
    }

    /** There is no connection any more. */
    void abandon() {
        List<Promise<ToAgent>> all = List.copyOf(pending.values());
        pending.clear();
        all.forEach(waiting -> waiting.fail(new RequestRefusedException(
                "The connection to the relay ended before it answered. Try again in a minute.")));
    }

    private Future<ToAgent> ask(Function<String, FromAgent> request) {
        Promise<ToAgent> answer = Promise.promise();
        context.runOnContext(nothing -> send(request, answer));
        return answer.future();
    }

    private void send(Function<String, FromAgent> request, Promise<ToAgent> answer) {
        if (pending.size() >= MAX_PENDING) {
            answer.fail(new RequestRefusedException(
                    "Too many requests wait for the relay already. Try again in a minute."));
            return;
        }
        String id = "%016x".formatted(random.nextLong());
        if (!relay.test(request.apply(id))) {
            answer.fail(new RequestRefusedException("The relay is not connected. See: fanlight-agent status"));
            return;
        }
        pending.put(id, answer);
        context.owner().setTimer(limit.toMillis(), timer -> expire(id));
    }

    private void expire(String id) {
        Optional.ofNullable(pending.remove(id))
                .ifPresent(waiting -> waiting.fail(new RequestRefusedException("The relay has not answered within "
                        + limit.toSeconds() + " s. It may be older than this agent.")));
    }

    private static Optional<String> id(ToAgent message) {
        if (message instanceof ChatAccepted accepted) {
            return Optional.of(accepted.clientId());
        }
        if (message instanceof ChatRefused refused) {
            return Optional.of(refused.clientId());
        }
        if (message instanceof Shared shared) {
            return Optional.of(shared.clientId());
        }
        return message instanceof ShareRefused refused ? Optional.of(refused.clientId()) : Optional.empty();
    }

    private static Future<Void> said(ToAgent answer) {
        return answer instanceof ChatRefused refused ? refused(RefusalSentences.of(refused)) : Future.succeededFuture();
    }

    private static Future<WatchLink> shared(ToAgent answer) {
        if (answer instanceof Shared shared) {
            return Future.succeededFuture(new WatchLink(shared.url(), shared.lifetime()));
        }
        return answer instanceof ShareRefused refused
                ? refused(RefusalSentences.of(refused.reason()))
                : refused("The relay has answered something else.");
    }

    private static <T> Future<T> refused(String sentence) {
        return Future.failedFuture(new RequestRefusedException(sentence));
    }
}
