package dev.fanlight.relay.chat;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.relay.audience.Audience;
import dev.fanlight.relay.audience.NoticeEncoder;
import dev.fanlight.relay.audience.Shared;
import java.util.List;

/** Tells the pages of one room things, in the order in which it is called. Every method under the room’s lock. */
final class RoomVoice {

    private final NoticeEncoder encoder;
    private final Audience<ChatMember> audience = new Audience<>();

    RoomVoice(NoticeEncoder encoder) {
        this.encoder = encoder;
    }

    /** Adds a page, tells it {@code first}, whose references are taken over, and then runs {@code ready} on its loop. */
    void join(ChatMember member, List<Shared> first, Runnable ready) {
        audience.join(member.loop(), member, joined -> {
            first.forEach(message -> tell(joined, message));
            ready.run();
        });
    }

    void leave(ChatMember member) {
        audience.leave(member.loop(), member, left -> {});
    }

    void reply(ChatMember member, ToPlayer message) {
        Shared encoded = encoder.encode(message);
        if (!audience.post(member.loop(), () -> tell(member, encoded))) {
            encoded.release();
        }
    }

    void tellAll(ToPlayer message) {
        Shared encoded = encoder.encode(message);
        tellAll(encoded);
        encoded.release();
    }

    void tellAll(Shared borrowed) {
        audience.each(borrowed, ChatMember::tell);
    }

    void sendAway(ChatMember member, CloseReason reason) {
        audience.post(member.loop(), () -> member.sendAway(reason));
    }

    Shared encode(ToPlayer message) {
        return encoder.encode(message);
    }

    private static void tell(ChatMember member, Shared owned) {
        member.tell(owned);
        owned.release();
    }
}
