package dev.fanlight.relay.chat.text;

import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.chat.Refusal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/** Rules for the text of chat lines. Stateless, thread safe. */
public final class TextRules {

    private TextRules() {}

    /** The text as it is stored: canonical form (NFC), no invisible characters, no surrounding white space. */
    public static String clean(String text) {
        String lines = text.replace("\r\n", "\n").replace('\t', ' ');
        return Normalizer.normalize(
                        CharacterRules.clean(Normalizer.normalize(lines, Normalizer.Form.NFC)), Normalizer.Form.NFC)
                .strip();
    }

    /** Why a cleaned text is refused; empty when it is acceptable. */
    public static Optional<Refusal> refuse(String text) {
        if (text.isEmpty()) {
            return Optional.of(Refusal.EMPTY);
        }
        boolean tooLong = text.getBytes(StandardCharsets.UTF_8).length > WireLimits.MAX_CHAT_BYTES
                || Graphemes.count(text) > WireLimits.MAX_CHAT_GRAPHEMES;
        return tooLong ? Optional.of(Refusal.TOO_LONG) : Optional.empty();
    }
}
