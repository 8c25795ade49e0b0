package dev.fanlight.relay.ingest.agent;

import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadResult;
import dev.fanlight.protocol.ptz.Ptz;
import dev.fanlight.protocol.ptz.PtzResult;
import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Commands of viewers to the head of one agent’s camera, until the agent answers. Ids are the relay’s own, since those of two viewers may be
 * the same. Event loop of the agent’s socket only.
 */
final class HeadRequests {

    /** Commands of all viewers together a second, and as many at once: their answers stay far below {@link AgentSession#MESSAGES}. */
    static final int COMMANDS = 20;

    /** Most commands that wait for an answer. */
    static final int MAX_PENDING = 32;

    private final PeerSocket socket;
    private final Duration limit;
    private final TokenBucket rate;
    private final Map<String, Consumer<HeadAnswer>> pending = new LinkedHashMap<>();
    private long asked;

    /** Waits for each answer no longer than {@code limit}. */
    HeadRequests(PeerSocket socket, Duration limit, NanoClock clock) {
        this.socket = socket;
        this.limit = limit;
        this.rate = new TokenBucket(clock, COMMANDS, COMMANDS);
    }

    /** Sends a command, or answers that there are too many. */
    void ask(HeadCommand command, Consumer<HeadAnswer> answer) {
        if (pending.size() >= MAX_PENDING || !rate.take(1)) {
            answer.accept(HeadAnswer.of(HeadResult.TOO_FAST));
            return;
        }
        String id = "%016x".formatted(asked++);
        pending.put(id, answer);
        socket.send(new Ptz(id, command));
        socket.after(limit, () -> answered(id, HeadAnswer.of(HeadResult.UNAVAILABLE)));
    }

    /** The agent has answered; an answer to nothing, or one that comes too late, is ignored. */
    void answered(PtzResult result) {
        answered(result.clientId(), result.answer());
    }

    /** The agent is gone. */
    void abandon() {
        List.copyOf(pending.keySet()).forEach(id -> answered(id, HeadAnswer.of(HeadResult.UNAVAILABLE)));
    }

    private void answered(String id, HeadAnswer answer) {
        Optional.ofNullable(pending.remove(id)).ifPresent(waiting -> waiting.accept(answer));
    }
}
