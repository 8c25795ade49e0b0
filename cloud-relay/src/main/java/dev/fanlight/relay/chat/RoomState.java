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
    private final RoomBroadcaster voice;
    private final RoomConnections seats = new RoomConnections();
    private final People people;
    private final ChatHistory history;
    private final Sanctions sanctions;
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

    RoomBroadcaster voice() {
        return voice;
    }

    RoomConnections seats() {
        return seats;
    }

    People people() {
        return people;
    }

    ChatHistory history() {
        return history;
    }

    Sanctions sanctions() {
        return sanctions;
    }

    PostingPolicy floor() {
        return floor;
    }

    /** Sends a message to a person on all their connections. */
    void tell(String person, ToPlayer message) {
        seats.where(seat -> seat.isOf(person))
                .forEach(seat -> voice.reply(seat.speaker().member(), message));
    }
}
