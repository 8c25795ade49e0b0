package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.Badge;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatRole;
import java.util.Optional;

/**
 * A line that is stored. Immutable.
 *
 * @param seq its place in the room, from 1
 * @param timeMicros the relay’s clock, µs
 * @param person id of the author
 * @param name name of the author when it was written
 * @param text as it was cleaned
 * @param clientId what the author’s page calls it
 * @param badge what the author was when it was written
 * @param removal the last time it was removed
 */
public record ChatLine(
        long seq,
        long timeMicros,
        String person,
        String name,
        String text,
        String clientId,
        Optional<Badge> badge,
        Optional<Removal> removal) {

    /** Whether it is shown. */
    public boolean isVisible() {
        return removal.isEmpty() || removal.get().undone();
    }

    /** What the author was at least when it was written. */
    ChatRole rank() {
        return badge.map(given -> given == Badge.OWNER ? ChatRole.OWNER : ChatRole.MODERATOR)
                .orElse(ChatRole.CHATTER);
    }

    /** As it is told to players. */
    Chat told() {
        return new Chat(seq, timeMicros, person, name, text, badge);
    }

    ChatLine with(Removal next) {
        return new ChatLine(seq, timeMicros, person, name, text, clientId, badge, Optional.of(next));
    }

    /** Leaves the text out: it has no place in a log. */
    @Override
    public String toString() {
        return "ChatLine[" + seq + "]";
    }
}
