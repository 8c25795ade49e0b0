package dev.fanlight.relay.chat.text;

import dev.fanlight.protocol.chat.ChatRole;

/** Loads the Unicode and domain tables, which takes up to a second on a small machine. Stateless, thread safe. */
public final class TextTables {

    private static final String EXAMPLE = "Anna 花子 🐣";

    /** Cyrillic and Latin. */
    private static final String MIXED = "\u0410nna";

    private TextTables() {}

    /**
     * Loads the tables now, so that no event loop has to do it for the first line. Blocking.
     *
     * @throws IllegalStateException when their content is incomplete
     */
    public static void load() {
        boolean known = TextRules.refuse(TextRules.clean(EXAMPLE)).isEmpty()
                && NameRules.refuse(NameRules.clean(MIXED), "camera", ChatRole.OWNER)
                        .isPresent()
                && LinkFinder.hasLink("example.com")
                && NameKeys.of("Ian").contains("lan");
        if (!known) {
            throw new IllegalStateException("the tables of look-alikes and domains are missing from this build");
        }
    }
}
