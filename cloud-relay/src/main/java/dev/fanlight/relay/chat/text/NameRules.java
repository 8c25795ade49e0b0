package dev.fanlight.relay.chat.text;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.Refusal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/** Rules for names of people in a chat. Stateless, thread safe. */
public final class NameRules {

    /** Shortest name, graphemes. */
    public static final int MIN = 2;

    /** Longest name, graphemes. */
    public static final int MAX = 30;

    /** Longest name, bytes of UTF-8. */
    public static final int MAX_BYTES = 160;

    /** One script, or a set of scripts that are used together (UTS #39 §5.2): Latin with Japanese, Chinese or Korean. */
    private static final SpoofChecker SCRIPTS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private NameRules() {}

    /** The name as it is stored: compatibility form (NFKC), visible characters only, one line, single spaces. */
    public static String clean(String name) {
        String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", " ");
        String visible = CharacterRules.onlyVisible(CharacterRules.clean(compatible));
        return Normalizer.normalize(visible, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }

    /**
     * Why a cleaned name is refused, regardless of who else uses it; empty when it is acceptable.
     *
     * @param camera name of the camera, which is reserved for the owner
     * @param role the role of the person
     */
    public static Optional<Refusal> refuse(String name, String camera, ChatRole role) {
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
        boolean reserved = ReservedNames.needed(name, camera).compareTo(role) > 0;
        return reserved ? Optional.of(Refusal.RESERVED) : Optional.empty();
    }
}
