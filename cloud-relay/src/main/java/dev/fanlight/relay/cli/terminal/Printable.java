package dev.fanlight.relay.cli.terminal;

/** Sanitizes untrusted text for a terminal: names, labels and messages may contain escape sequences. Stateless, thread safe. */
public final class Printable {

    private static final char REPLACEMENT = '\uFFFD';

    private Printable() {}

    /** The text with every control, format or unassigned character replaced. */
    public static String text(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isHidden(c) ? REPLACEMENT : c));
        return clean.toString();
    }

    /** Equivalent JSON with such characters escaped; they can occur in strings only. */
    public static String json(String json) {
        StringBuilder clean = new StringBuilder(json.length());
        json.chars().forEach(c -> {
            if (isHidden(c)) {
                clean.append(String.format("\\u%04x", c));
            } else {
                clean.append((char) c);
            }
        });
        return clean.toString();
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
