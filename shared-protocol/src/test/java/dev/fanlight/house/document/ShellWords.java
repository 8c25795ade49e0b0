package dev.fanlight.house.document;

import java.util.ArrayList;
import java.util.List;

/** Splits a line of a shell into commands and their words, as far as documents need it: quotes, comments, substitutions, pipes, redirections. Stateless. */
final class ShellWords {

    private static final String OPERATORS = "|&;<>";

    private ShellWords() {}

    /** The words of each command in {@code line}; redirections end a command. */
    static List<List<String>> commands(String line) {
        List<List<String>> commands = new ArrayList<>();
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        int substitutions = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && (c == '(' || (c == ')' && substitutions > 0))) {
                substitutions += c == '(' ? 1 : -1;
                word.append(c);
                inWord = true;
            } else if (substitutions > 0) {
                word.append(c);
            } else if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (c == '#' && !inWord) {
                break;
            } else if (!Character.isWhitespace(c) && OPERATORS.indexOf(c) < 0) {
                word.append(c);
                inWord = true;
            } else {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
                if (OPERATORS.indexOf(c) >= 0) {
                    commands.add(List.copyOf(words));
                    words.clear();
                }
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        commands.add(List.copyOf(words));
        return commands.stream().filter(command -> !command.isEmpty()).toList();
    }
}
