package dev.fanlight.house.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds in documents the command lines of a program, under its name or as a jar. Stateless. */
public final class CommandLines {

    private static final Pattern PROMPT = Pattern.compile("^\\s*[$#] ");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z_]+=.*", Pattern.DOTALL);

    private CommandLines() {}

    /**
     * One command line.
     *
     * @param where file and line of its block, or the file
     * @param arguments without the name of the program
     * @param isWhole whether a person types it so; what prose mentions may lack arguments
     */
    public record Found(String where, List<String> arguments, boolean isWhole) {

        @Override
        public String toString() {
            return where + ": " + String.join(" ", arguments);
        }
    }

    /** All command lines of {@code program}, like {@code fanlight-relay}. */
    public static List<Found> of(String program, List<Document> documents) {
        List<Found> all = new ArrayList<>();
        for (Document document : documents) {
            document.blocks().stream()
                    .filter(CodeBlock::isShell)
                    .forEach(block -> lines(block).forEach(line -> add(program, block.where(), line, true, all)));
            document.inlineCode().stream()
                    .filter(code -> !code.contains("…"))
                    .forEach(code -> add(program, document.path(), code, false, all));
        }
        return all;
    }

    /** Lines with those joined that end with a backslash, and without a prompt. */
    static List<String> lines(CodeBlock block) {
        return block.text()
                .replace("\\\n", " ")
                .lines()
                .map(line -> PROMPT.matcher(line).replaceFirst(""))
                .toList();
    }

    private static void add(String program, String where, String line, boolean isWhole, List<Found> all) {
        for (List<String> words : ShellWords.commands(line)) {
            arguments(program, words).ifPresent(arguments -> all.add(new Found(where, arguments, isWhole)));
        }
    }

    private static Optional<List<String>> arguments(String program, List<String> words) {
        int i = 0;
        while (i < words.size()
                && (words.get(i).equals("sudo")
                        || VARIABLE.matcher(words.get(i)).matches())) {
            i++;
        }
        if (i < words.size() && words.get(i).equals("java")) {
            do {
                i++;
            } while (i < words.size() && words.get(i).startsWith("-"));
            return i < words.size() && words.get(i).endsWith(program + ".jar")
                    ? Optional.of(words.subList(i + 1, words.size()))
                    : Optional.empty();
        }
        return i < words.size() && words.get(i).equals(program)
                ? Optional.of(words.subList(i + 1, words.size()))
                : Optional.empty();
    }
}
