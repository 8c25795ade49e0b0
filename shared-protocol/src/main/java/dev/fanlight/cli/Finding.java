package dev.fanlight.cli;

import java.util.List;
import java.util.Optional;

/**
 * What a check found. Immutable.
 *
 * @param level how bad it is
 * @param about what was checked, one word
 * @param text what was found
 * @param advice what to do, a sentence
 */
public record Finding(Level level, String about, String text, Optional<String> advice) {

    /** How bad something is. */
    public enum Level {
        /** All is well. */
        FINE("✓"),
        /** It works, and may not always. */
        WARNING("!"),
        /** It does not work. */
        PROBLEM("✗");

        private final String mark;

        Level(String mark) {
            this.mark = mark;
        }
    }

    /** All is well. */
    public static Finding fine(String about, String text) {
        return new Finding(Level.FINE, about, text, Optional.empty());
    }

    /** It works, and may not always. */
    public static Finding warning(String about, String text, String advice) {
        return new Finding(Level.WARNING, about, text, Optional.of(advice));
    }

    /** It does not work. */
    public static Finding problem(String about, String text) {
        return new Finding(Level.PROBLEM, about, text, Optional.empty());
    }

    /** It does not work. */
    public static Finding problem(String about, String text, String advice) {
        return new Finding(Level.PROBLEM, about, text, Optional.of(advice));
    }

    /** How bad the worst of these is. */
    public static Level worst(List<Finding> findings) {
        return findings.stream().map(Finding::level).max(Level::compareTo).orElse(Level.FINE);
    }

    /** What is said below all findings. */
    public static String summary(List<Finding> findings) {
        return switch (worst(findings)) {
            case FINE -> "All good.";
            case WARNING -> "It works; see the lines with \"!\".";
            case PROBLEM -> "Something does not work: see the lines with \"✗\".";
        };
    }

    /** The lines for people. */
    public String lines() {
        String line = String.format("%s %-9s  %s", level.mark, about, text);
        return advice.map(todo -> line + "\n             " + todo).orElse(line);
    }
}
