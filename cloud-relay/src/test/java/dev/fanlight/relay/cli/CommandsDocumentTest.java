package dev.fanlight.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Compares {@code docs/commands.md} with the output of {@code --help}; {@code -Dfanlight.docs=write} generates it. */
class CommandsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/commands.md");
    private static final int COLUMNS = 120;
    private static final String HEAD = """
            # The commands of the relay

            The output of `fanlight-relay COMMAND --help`. As a jar, `fanlight-relay` is `java -jar fanlight-relay.jar`. All commands except
            `serve`, `bench`, `version` and `link qr` talk to the relay that is running on the same computer with the same state folder, by its
            [API](../cloud-relay/src/main/resources/dev/fanlight/relay/admin/api/openapi.yaml); read access to that folder is the owner's right.
            """;

    @Test
    void documentIsTheHelpOfAllCommands() throws IOException {
        StringBuilder document = new StringBuilder(HEAD);
        describe(Cli.of(new RelayCommand()), document);
        if ("write".equals(System.getProperty("fanlight.docs"))) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document.toString());
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
