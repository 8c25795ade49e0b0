package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.relay.broadcast.ControlEncoder;
import dev.fanlight.relay.buffer.BufferCoalescer;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;

/** The state of one room. It is its own lock: everything here is accessed while it is held, except the name and the clock. */
final class RoomState {

    private final CameraName camera;
    private final MediaClock wallClock;

    // lock
    private final RoomBroadcaster broadcaster;
    private final RoomConnections connections = new RoomConnections();
    private final Participants participants;
    private final ChatHistory history;
    private final Sanctions sanctions;
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
    }

    CameraName camera() {
        return camera;
    }

    /** The relay’s clock, µs. */
    long micros() {
        return wallClock.micros();
    }

    RoomBroadcaster broadcaster() {
        return broadcaster;
    }

    RoomConnections connections() {
        return connections;
    }

    Participants participants() {
        return participants;
    }

    ChatHistory history() {
        return history;
    }

    Sanctions sanctions() {
        return sanctions;
    }

    PostingPolicy policy() {
        return policy;
    }

    /** Sends a message to a person on all their connections. */
    void sendTo(String person, ToPlayer message) {
        connections.where(connection -> connection.isOf(person))
                .forEach(connection -> broadcaster.reply(connection.author().member(), message));
    }
}
