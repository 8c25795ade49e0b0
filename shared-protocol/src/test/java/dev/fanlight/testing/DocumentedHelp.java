package dev.fanlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Compares a document with the output of {@code --help} of a program and all its commands; {@code -Dfanlight.docs=write} generates it. */
public final class DocumentedHelp {

    private static final int COLUMNS = 120;

    private DocumentedHelp() {}

    /** {@code head} comes before the help in the document. */
    public static void assertDocumented(CommandLine program, Path document, String head) throws IOException {
        StringBuilder text = new StringBuilder(head);
        describe(program, text);
        if ("write".equals(System.getProperty("fanlight.docs"))) {
            Files.writeString(document, text);
        }
        assertThat(Files.readString(document)).isEqualTo(text.toString());
    }

    private static void describe(CommandLine command, StringBuilder document) {
        command.setUsageHelpAutoWidth(false).setUsageHelpWidth(COLUMNS);
        document.append("\n## ")
                .append(command.getCommandSpec().qualifiedName())
                .append("\n\n```\n");
        command.getUsageMessage(Ansi.OFF)
                .lines()
                .forEach(line -> document.append(line.stripTrailing()).append('\n'));
        document.append("```\n");
        command.getSubcommands().values().stream()
                .sorted(Comparator.comparing(CommandLine::getCommandName))
                .forEach(inner -> describe(inner, document));
    }
}
