package dev.fanlight.relay.chat;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.relay.broadcast.ControlEncoder;
import dev.fanlight.relay.buffer.BufferCoalescer;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;

/** What one room knows. It is its own lock: everything here is touched while that is held, but for the name and the clock. */
final class RoomState {

    private final CameraName camera;
    private final MediaClock wallClock;

    @GuardedBy("this")
    private final RoomBroadcaster voice;

    @GuardedBy("this")
    private final RoomConnections seats = new RoomConnections();

    @GuardedBy("this")
    private final People people;

    @GuardedBy("this")
    private final ChatHistory history;

    @GuardedBy("this")
    private final Sanctions sanctions;

    @GuardedBy("this")
    private final PostingPolicy floor;

    RoomState(
            CameraName camera,
            ChatLog.Opening opening,
            ModerationLog.InForce inForce,
            ControlEncoder encoder,
            BufferCoalescer joiner,
            MediaClock wallClock,
            NanoClock clock) {
        this.camera = camera;
        this.wallClock = wallClock;
        this.voice = new RoomBroadcaster(encoder, joiner, clock);
        this.people = new People(clock);
        this.history = new ChatHistory(opening.lastSeq());
        this.sanctions = new Sanctions(inForce.sanctions());
        this.floor = new PostingPolicy(people, sanctions, inForce.mode(), wallClock, clock);
        opening.names().forEach(people::name);
        opening.lines().forEach(line -> history.add(line, voice.encode(line.told())));
    }

    CameraName camera() {
        return camera;
    }

    /** The relay’s clock, µs. */
    long micros() {
        return wallClock.micros();
    }

    @GuardedBy("this")
    RoomBroadcaster voice() {
        return voice;
    }

    @GuardedBy("this")
    RoomConnections seats() {
        return seats;
    }

    @GuardedBy("this")
    People people() {
        return people;
    }

    @GuardedBy("this")
    ChatHistory history() {
        return history;
    }

    @GuardedBy("this")
    Sanctions sanctions() {
        return sanctions;
    }

    @GuardedBy("this")
    PostingPolicy floor() {
        return floor;
    }

    /** Tells somebody something on all their pages. */
    @GuardedBy("this")
    void tell(String person, ToPlayer message) {
        seats.where(seat -> seat.isOf(person))
                .forEach(seat -> voice.reply(seat.speaker().member(), message));
    }
}
