package dev.fanlight.relay.chat;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.relay.audience.Audience;
import dev.fanlight.relay.audience.NoticeEncoder;
import dev.fanlight.relay.audience.Shared;
import dev.fanlight.relay.audience.SharedJoiner;
import dev.fanlight.runtime.NanoClock;
import java.util.List;

/** Tells the pages of one room things, in the order in which it is called. Every method under the room’s lock. */
final class RoomVoice {

    private final NoticeEncoder encoder;
    private final Audience<LoopPages> audience;

    RoomVoice(NoticeEncoder encoder, SharedJoiner joiner, NanoClock clock) {
        this.encoder = encoder;
        this.audience = new Audience<>(loop -> new LoopPages(loop, joiner, clock), LoopPages::close);
    }

    /** Adds a page, tells it {@code first}, whose references are taken over, and then runs {@code ready} on its loop. */
    void join(ChatMember member, List<Shared> first, Runnable ready) {
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
        Shared encoded = encoder.encode(message);
        audience.post(member.loop(), List.of(encoded), pages -> pages.tell(member, encoded));
    }

    void tellAll(ToPlayer message) {
        Shared encoded = encoder.encode(message);
        tellAll(encoded);
        encoded.release();
    }

    void tellAll(Shared borrowed) {
        audience.each(borrowed, LoopPages::tellAll);
    }

    void sendAway(ChatMember member, CloseReason reason) {
        audience.post(member.loop(), List.of(), pages -> member.sendAway(reason));
    }

    Shared encode(ToPlayer message) {
        return encoder.encode(message);
    }
}
