package dev.fanlight.relay.chat.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.regex.Matcher;
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

    /**
     * The flag of a part of a country, such as England: a black flag, the code of the part in invisible tags, and the tag that ends it
     * (UTS #51, ED-14a). Tags anywhere else could only hide text.
     */
    private static final Pattern TAGGED_FLAG = Pattern.compile(
            "\\x{1F3F4}[\\x{E0061}-\\x{E007A}]{2}[\\x{E0030}-\\x{E0039}\\x{E0061}-\\x{E007A}]{1,3}\\x{E007F}");

    private CharacterRules() {}

    /**
     * Removes control characters except line feeds, lone surrogates, private-use and unassigned code points, and invisible characters
     * except joiners and the tags of flags.
     */
    static String clean(String text) {
        StringBuilder kept = new StringBuilder();
        Matcher flag = TAGGED_FLAG.matcher(text);
        int at = 0;
        while (flag.find()) {
            keepWanted(text.substring(at, flag.start()), kept);
            kept.append(flag.group());
            at = flag.end();
        }
        keepWanted(text.substring(at), kept);
        return TOO_MANY_MARKS.matcher(kept).replaceAll("$1");
    }

    private static void keepWanted(String text, StringBuilder kept) {
        text.codePoints().filter(sign -> sign == '\n' || isWanted(sign)).forEach(kept::appendCodePoint);
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
