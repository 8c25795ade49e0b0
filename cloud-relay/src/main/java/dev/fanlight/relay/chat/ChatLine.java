package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.Badge;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatRole;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A stored chat line. Immutable.
 *
 * @param seq number of the line in its room, from 1
 * @param timeMicros the relay’s clock, µs
 * @param person id of the author
 * @param name name of the author when it was written
 * @param text cleaned
 * @param clientId the id that the author’s page has given it
 * @param badge the author’s badge when it was written
 * @param replyTo number of the line that it answers
 * @param removal its last removal
 */
public record ChatLine(
        long seq,
        long timeMicros,
        String person,
        String name,
        String text,
        String clientId,
        Optional<Badge> badge,
        OptionalLong replyTo,
        Optional<Removal> removal) {

    /** Whether it is shown to all. */
    public boolean isVisible() {
        return removal.isEmpty() || removal.get().undone();
    }

    /** The lowest role the author can have had when it was written. */
    ChatRole role() {
        return badge.map(ChatLine::role).orElse(ChatRole.CHATTER);
    }

    private static ChatRole role(Badge badge) {
        return switch (badge) {
            case OWNER -> ChatRole.OWNER;
            case MODERATOR -> ChatRole.MODERATOR;
            case CAMERA -> ChatRole.CHATTER;
        };
    }

    /** The message by which players receive it. */
    Chat toMessage() {
        return new Chat(seq, timeMicros, person, name, text, badge, replyTo);
    }

    ChatLine with(Removal next) {
        return new ChatLine(seq, timeMicros, person, name, text, clientId, badge, replyTo, Optional.of(next));
    }

    /** Without the text, which does not belong in a log. */
    @Override
    public String toString() {
        return "ChatLine[" + seq + "]";
    }
}
