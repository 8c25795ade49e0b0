package dev.fanlight.relay.chat.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.regex.Pattern;

/** Removes what has no place in a chat: control characters, invisible characters, and stacked accents. Stateless, thread safe. */
final class CharacterRules {

    /** Most combining marks on one letter; no living language needs more. */
    static final int MAX_MARKS = 4;

    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int BLANK_BRAILLE = 0x2800;

    private static final Pattern TOO_MANY_MARKS = Pattern.compile("(\\p{M}{" + MAX_MARKS + "})\\p{M}+");

    private CharacterRules() {}

    /**
     * Removes control characters except line feeds, lone surrogates, private-use and unassigned code points, and invisible characters
     * except joiners.
     */
    static String clean(String text) {
        String kept = text.codePoints()
                .filter(sign -> sign == '\n' || isWanted(sign))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return TOO_MANY_MARKS.matcher(kept).replaceAll("$1");
    }

    /** Removes joiners too, except where they are part of an emoji. */
    static String onlyVisible(String text) {
        StringBuilder kept = new StringBuilder();
        int before = 0;
        for (int sign : text.codePoints().toArray()) {
            if (!isJoining(sign) || (sign != NON_JOINER && isEmoji(before))) {
                kept.appendCodePoint(sign);
            }
            before = sign;
        }
        return kept.toString();
    }

    private static boolean isWanted(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> isJoining(sign) || (sign != BLANK_BRAILLE && !isIgnorable(sign));
        };
    }

    /** Bidirectional controls, soft hyphens, fillers, tags and similar characters. */
    private static boolean isIgnorable(int sign) {
        return UCharacter.hasBinaryProperty(sign, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    private static boolean isJoining(int sign) {
        return sign == JOINER || sign == NON_JOINER || sign == TEXT_STYLE || sign == EMOJI_STYLE;
    }

    private static boolean isEmoji(int sign) {
        return sign == EMOJI_STYLE
                || UCharacter.hasBinaryProperty(sign, UProperty.EXTENDED_PICTOGRAPHIC)
                || UCharacter.hasBinaryProperty(sign, UProperty.EMOJI_MODIFIER);
    }
}
