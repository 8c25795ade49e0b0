package dev.fanlight.relay.cli;

import dev.fanlight.cli.Cli;
import dev.fanlight.testing.DocumentedHelp;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Compares {@code docs/commands.md} with the output of {@code --help}; {@code -Dfanlight.docs=write} generates it. */
class CommandsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/commands.md");
    private static final String HEAD = """
            # The commands of the relay

            The output of `fanlight-relay COMMAND --help`. As a jar, `fanlight-relay` is `java -jar fanlight-relay.jar`. All commands except
            `serve`, `config`, `backup`, `restore`, `bench`, `version` and `link qr` talk to the relay that is running on the same computer with the same state folder, by its
            [API](../cloud-relay/src/main/resources/dev/fanlight/relay/admin/api/openapi.yaml); read access to that folder is the owner's right.
            """;

    @Test
    void documentIsTheHelpOfAllCommands() throws IOException {
        DocumentedHelp.assertDocumented(Cli.of(new RelayCommand()), DOCUMENT, HEAD);
    }
}
