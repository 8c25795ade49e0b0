package dev.fanlight.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Compares {@code docs/agent-commands.md} with the output of {@code --help}; {@code -Dfanlight.docs=write} generates it. */
class AgentCommandsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/agent-commands.md");
    private static final int COLUMNS = 120;
    private static final String HEAD = """
            # The commands of the agent

            The output of `fanlight-agent COMMAND --help`. As a jar, `fanlight-agent` is `java -jar fanlight-agent.jar`. `status`, `share` and `say` talk
            to the agent that runs with the same state folder, by the socket `control.sock` in it, which is for its user only (mode 0600); for a service,
            `sudo fanlight-agent --state /var/lib/fanlight-agent status`.
            """;

    @Test
    void documentIsTheHelpOfAllCommands() throws IOException {
        StringBuilder document = new StringBuilder(HEAD);
        describe(Cli.of(new AgentCommand()), document);
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
