package dev.fanlight.relay.chat;

import dev.fanlight.protocol.Refusal;
import dev.fanlight.protocol.WireLimits;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** What may be said, and what one may be called. Stateless, thread safe. */
public final class ChatRules {

    /** Shortest name, graphemes. */
    public static final int MIN_NAME = 2;

    /** Longest name, graphemes. */
    public static final int MAX_NAME = 30;

    /** Longest name, bytes of UTF-8. */
    public static final int MAX_NAME_BYTES = 160;

    private static final Set<String> RESERVED = Set.of(
            "admin",
            "administrator",
            "bot",
            "camera",
            "everyone",
            "fanlight",
            "host",
            "mod",
            "moderator",
            "operator",
            "owner",
            "relay",
            "root",
            "server",
            "staff",
            "support",
            "system");

    private ChatRules() {}

    /** A text as it is kept: canonical form, no control and no bidirectional characters but the line feed. */
    public static String cleanText(String text) {
        return Graphemes.clean(text);
    }

    /** Why a cleaned text may not be said. */
    public static Optional<Refusal> refuseText(String text) {
        if (text.isEmpty()) {
            return Optional.of(Refusal.EMPTY);
        }
        boolean tooLong =
                bytes(text) > WireLimits.MAX_CHAT_BYTES || Graphemes.count(text) > WireLimits.MAX_CHAT_GRAPHEMES;
        return tooLong ? Optional.of(Refusal.TOO_LONG) : Optional.empty();
    }

    /** A name as it is kept: like a text, in one line, with single spaces. */
    public static String cleanName(String name) {
        return Graphemes.clean(name).replaceAll("\\s+", " ");
    }

    /** Why nobody may have a cleaned name in the room of {@code camera}. */
    public static Optional<Refusal> refuseName(String name, String camera) {
        int graphemes = Graphemes.count(name);
        if (graphemes < MIN_NAME) {
            return Optional.of(Refusal.TOO_SHORT);
        }
        if (graphemes > MAX_NAME || bytes(name) > MAX_NAME_BYTES) {
            return Optional.of(Refusal.TOO_LONG);
        }
        String folded = Graphemes.fold(name);
        boolean reserved = RESERVED.contains(folded) || folded.equals(Graphemes.fold(camera));
        return reserved ? Optional.of(Refusal.RESERVED) : Optional.empty();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
