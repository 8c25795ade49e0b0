package dev.fanlight.relay.chat.text;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.Refusal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/** What one may be called. Stateless, thread safe. */
public final class NameRules {

    /** Shortest name, graphemes. */
    public static final int MIN = 2;

    /** Longest name, graphemes. */
    public static final int MAX = 30;

    /** Longest name, bytes of UTF-8. */
    public static final int MAX_BYTES = 160;

    /** One script, or one of those that are written together (UTS #39 §5.2): Latin with Japanese, Chinese or Korean. */
    private static final SpoofChecker SCRIPTS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private NameRules() {}

    /** A name as it is kept: compatibility form (NFKC), only what can be seen, in one line, with single spaces. */
    public static String clean(String name) {
        String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", " ");
        String visible = CharacterRules.onlyVisible(CharacterRules.clean(compatible));
        return Normalizer.normalize(visible, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }

    /**
     * Why somebody may not have a cleaned name, whoever else has it.
     *
     * @param camera name of the camera beside whose chat it is, which is the owner’s
     * @param rank what they are
     */
    public static Optional<Refusal> refuse(String name, String camera, ChatRole rank) {
        int graphemes = Graphemes.count(name);
        if (graphemes < MIN) {
            return Optional.of(Refusal.TOO_SHORT);
        }
        if (graphemes > MAX || name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of(Refusal.TOO_LONG);
        }
        if (SCRIPTS.failsChecks(name) || LinkFinder.hasLink(name)) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        boolean reserved = ReservedNames.needed(name, camera).compareTo(rank) > 0;
        return reserved ? Optional.of(Refusal.RESERVED) : Optional.empty();
    }
}
