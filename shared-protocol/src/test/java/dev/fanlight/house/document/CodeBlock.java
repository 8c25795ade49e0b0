package dev.fanlight.house.document;

import java.util.List;

/**
 * A fenced block of code in a Markdown file. Immutable.
 *
 * @param where file and line, for messages
 * @param language what stands behind the fence, or empty
 * @param lines between the fences
 */
public record CodeBlock(String where, String language, List<String> lines) {

    private static final List<String> SHELL = List.of("", "sh", "bash", "console");

    /** Copies the lines. */
    public CodeBlock {
        lines = List.copyOf(lines);
    }

    /** Whether it holds what a person types in a shell, perhaps with the output. */
    public boolean isShell() {
        return SHELL.contains(language);
    }

    /** The lines as one text. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
