package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.relay.audience.NoticeEncoder;
import dev.fanlight.relay.audience.SharedJoiner;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;

/** What one room knows. It is its own lock: everything here is touched while that is held, but for the name and the clock. */
final class RoomState {

    private final CameraName camera;
    private final MediaClock wallClock;

    // lock
    private final RoomVoice voice;
    private final Seats seats = new Seats();
    private final People people;
    private final ChatHistory history;
    private final Sanctions sanctions;
    private final Floor floor;

    RoomState(
            CameraName camera,
            ChatLog.Opening opening,
            ModerationLog.InForce inForce,
            NoticeEncoder encoder,
            SharedJoiner joiner,
            MediaClock wallClock,
            NanoClock clock) {
        this.camera = camera;
        this.wallClock = wallClock;
        this.voice = new RoomVoice(encoder, joiner, clock);
        this.people = new People(clock);
        this.history = new ChatHistory(opening.lastSeq());
        this.sanctions = new Sanctions(inForce.sanctions());
        this.floor = new Floor(people, sanctions, inForce.mode(), wallClock, clock);
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

    RoomVoice voice() {
        return voice;
    }

    Seats seats() {
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

    Floor floor() {
        return floor;
    }

    /** Tells somebody something on all their pages. */
    void tell(String person, ToPlayer message) {
        seats.where(seat -> seat.isOf(person))
                .forEach(seat -> voice.reply(seat.speaker().member(), message));
    }
}
