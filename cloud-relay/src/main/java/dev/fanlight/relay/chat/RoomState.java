package dev.fanlight.relay.chat;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.chat.ChatSilenced;
import dev.fanlight.relay.broadcast.ControlEncoder;
import dev.fanlight.relay.buffer.BufferCoalescer;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.OptionalLong;

/** The state of one room. It is its own lock: everything here is accessed while it is held, except the name and the clock. */
final class RoomState {

    private final CameraName camera;
    private final MediaClock wallClock;

    @GuardedBy("this")
    private final RoomBroadcaster broadcaster;

    @GuardedBy("this")
    private final RoomConnections connections = new RoomConnections();

    @GuardedBy("this")
    private final Participants participants;

    @GuardedBy("this")
    private final ChatHistory history;

    @GuardedBy("this")
    private final LineReactions reactions = new LineReactions();

    @GuardedBy("this")
    private final Sanctions sanctions;

    @GuardedBy("this")
    private final PostingPolicy policy;

    RoomState(
            CameraName camera,
            ChatLog.Opening opening,
            ModerationLog.InForce inForce,
            ControlEncoder encoder,
            BufferCoalescer coalescer,
            MediaClock wallClock,
            NanoClock clock) {
        this.camera = camera;
        this.wallClock = wallClock;
        this.broadcaster = new RoomBroadcaster(encoder, coalescer, clock);
        this.participants = new Participants(clock);
        this.history = new ChatHistory(opening.lastSeq());
        this.sanctions = new Sanctions(inForce.sanctions());
        this.policy = new PostingPolicy(participants, sanctions, inForce.mode(), wallClock, clock);
        opening.names().forEach(participants::name);
        opening.lines().forEach(line -> history.add(line, broadcaster.encode(line.toMessage())));
        opening.reactions().forEach(reactions::apply);
    }

    CameraName camera() {
        return camera;
    }

    /** The relay’s clock, µs. */
    long micros() {
        return wallClock.micros();
    }

    /** What a person is told who may not write for some time. */
    ChatSilenced silenced(Duration left) {
        return new ChatSilenced(OptionalLong.of(Math.addExact(micros(), left.toNanos() / 1000)));
    }

    @GuardedBy("this")
    RoomBroadcaster broadcaster() {
        return broadcaster;
    }

    @GuardedBy("this")
    RoomConnections connections() {
        return connections;
    }

    @GuardedBy("this")
    Participants participants() {
        return participants;
    }

    @GuardedBy("this")
    ChatHistory history() {
        return history;
    }

    @GuardedBy("this")
    LineReactions reactions() {
        return reactions;
    }

    @GuardedBy("this")
    Sanctions sanctions() {
        return sanctions;
    }

    @GuardedBy("this")
    PostingPolicy policy() {
        return policy;
    }

    /** Sends a message to a person on all their connections. */
    @GuardedBy("this")
    void sendTo(String person, ToPlayer message) {
        connections
                .where(connection -> connection.isOf(person))
                .forEach(connection -> broadcaster.reply(connection.author().member(), message));
    }
}
