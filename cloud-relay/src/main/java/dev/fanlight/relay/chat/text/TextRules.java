package dev.fanlight.relay.chat.text;

import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.chat.Refusal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/** What may be said. Stateless, thread safe. */
public final class TextRules {

    private TextRules() {}

    /** A text as it is kept: canonical form (NFC), nothing that cannot be seen, no space around it. */
    public static String clean(String text) {
        String lines = text.replace("\r\n", "\n").replace('\t', ' ');
        return Normalizer.normalize(
                        CharacterRules.clean(Normalizer.normalize(lines, Normalizer.Form.NFC)), Normalizer.Form.NFC)
                .strip();
    }

    /** Why a cleaned text may not be said. */
    public static Optional<Refusal> refuse(String text) {
        if (text.isEmpty()) {
            return Optional.of(Refusal.EMPTY);
        }
        boolean tooLong = text.getBytes(StandardCharsets.UTF_8).length > WireLimits.MAX_CHAT_BYTES
                || Graphemes.count(text) > WireLimits.MAX_CHAT_GRAPHEMES;
        return tooLong ? Optional.of(Refusal.TOO_LONG) : Optional.empty();
    }
}
