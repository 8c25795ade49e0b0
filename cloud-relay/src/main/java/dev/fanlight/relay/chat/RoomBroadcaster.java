package dev.fanlight.relay.chat;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.relay.broadcast.Broadcaster;
import dev.fanlight.relay.broadcast.ControlEncoder;
import dev.fanlight.relay.buffer.BufferCoalescer;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.runtime.NanoClock;
import java.util.List;

/** Sends messages to the members of one room, in the order of the calls. Every method under the room’s lock. */
final class RoomBroadcaster {

    private final ControlEncoder encoder;
    private final Broadcaster<RoomMembers> audience;

    RoomBroadcaster(ControlEncoder encoder, BufferCoalescer joiner, NanoClock clock) {
        this.encoder = encoder;
        this.audience = new Broadcaster<>(loop -> new RoomMembers(loop, joiner, clock), RoomMembers::close);
    }

    /** Adds a member, sends it {@code first}, whose references are taken over, and then runs {@code ready} on its loop. */
    void join(ChatMember member, List<SharedBuffer> first, Runnable ready) {
        audience.join(member.loop(), first, pages -> {
            pages.join(member);
            first.forEach(member::tell);
            ready.run();
        });
    }

    void leave(ChatMember member) {
        audience.leave(member.loop(), pages -> pages.leave(member));
    }

    void reply(ChatMember member, ToPlayer message) {
        SharedBuffer encoded = encoder.encode(message);
        audience.post(member.loop(), List.of(encoded), pages -> pages.tell(member, encoded));
    }

    void tellAll(ToPlayer message) {
        SharedBuffer encoded = encoder.encode(message);
        tellAll(encoded);
        encoded.release();
    }

    void tellAll(SharedBuffer borrowed) {
        audience.each(borrowed, RoomMembers::tellAll);
    }

    void sendAway(ChatMember member, CloseReason reason) {
        audience.post(member.loop(), List.of(), pages -> member.sendAway(reason));
    }

    SharedBuffer encode(ToPlayer message) {
        return encoder.encode(message);
    }
}
