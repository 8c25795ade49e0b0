package dev.fanlight.agent.cli;

import dev.fanlight.cli.Cli;
import dev.fanlight.testing.DocumentedHelp;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Compares {@code docs/agent-commands.md} with the output of {@code --help}; {@code -Dfanlight.docs=write} generates it. */
class AgentCommandsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/agent-commands.md");
    private static final String HEAD = """
            # The commands of the agent

            The output of `fanlight-agent COMMAND --help`. As a jar, `fanlight-agent` is `java -jar fanlight-agent.jar`. `status`, `share` and `say` talk
            to the agent that runs with the same state folder, by the socket `control.sock` in it, which is for its user only (mode 0600); for a service,
            `sudo fanlight-agent --state /var/lib/fanlight-agent status`.
            """;

    @Test
    void documentIsTheHelpOfAllCommands() throws IOException {
        DocumentedHelp.assertDocumented(Cli.of(new AgentCommand()), DOCUMENT, HEAD);
    }
}
