package dev.fanlight.relay.chat.text;

import dev.fanlight.protocol.chat.ChatRole;

/** The tables behind the rules, which take up to a second to read on a small machine. Stateless, thread safe. */
public final class TextTables {

    private static final String EXAMPLE = "Anna 花子 🐣";

    /** Cyrillic and Latin. */
    private static final String MIXED = "\u0410nna";

    private TextTables() {}

    /**
     * Reads them now, so that no event loop waits for them at the first line. Blocking.
     *
     * @throws IllegalStateException when they do not know what they should
     */
    public static void load() {
        boolean known = TextRules.refuse(TextRules.clean(EXAMPLE)).isEmpty()
                && NameRules.refuse(NameRules.clean(MIXED), "camera", ChatRole.OWNER)
                        .isPresent()
                && LinkFinder.hasLink("example.com")
                && NameKeys.of("Ian").contains("lan");
        if (!known) {
            throw new IllegalStateException("the tables of look-alikes and domains are not packed");
        }
    }
}
