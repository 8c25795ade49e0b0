package dev.fanlight.relay.chat.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keys for comparing names by appearance: the skeleton of UTS #39 §4 over letters and digits. Two names look alike when they share a key.
 * Stateless, thread safe.
 */
public final class NameKeys {

    private static final SpoofChecker CHECKER =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]");

    private NameKeys() {}

    /** One or two keys: with case folded first, and with the skeleton taken first, because {@code I} looks like {@code l}. */
    public static Set<String> of(String name) {
        String core = core(name);
        String foldedFirst = fold(skeleton(fold(core)));
        String asItLooks = fold(skeleton(core));
        return foldedFirst.equals(asItLooks) ? Set.of(foldedFirst) : Set.of(foldedFirst, asItLooks);
    }

    /** Letters, digits and their marks in compatibility form; the whole name when it has none. */
    static String core(String name) {
        String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC);
        String core = NO_LETTER_OR_DIGIT.matcher(compatible).replaceAll("");
        return core.isEmpty() ? compatible : core;
    }

    private static String skeleton(String text) {
        return CHECKER.getSkeleton(text);
    }

    private static String fold(String text) {
        return UCharacter.foldCase(text, true);
    }
}
