package dev.fanlight.relay.cli.backup;

import dev.fanlight.cli.UserException;
import dev.fanlight.relay.cli.option.RelaySettingsFile;
import dev.fanlight.relay.cli.terminal.Terminal;
import dev.fanlight.relay.config.RelayStateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Puts the settings file of a backup where the relay reads it, and never over another one. Main thread.
 *
 * @param folder where it goes otherwise
 * @param named the place that was named, if any
 */
record RestoredSettings(RelayStateFolder folder, Optional<Path> named) {

    private static final String FILE = "relay.yaml.restored";

    void put(byte[] content, Terminal terminal) {
        Path place = named.orElseGet(() -> RelaySettingsFile.toWrite(System.getenv()));
        if (isThere(place, content)) {
            terminal.line("✓ " + place + " is the same as in the backup");
            return;
        }
        if (!Files.exists(place) && wrote(place, content)) {
            terminal.line("✓ wrote " + place);
            return;
        }
        folder.write(FILE, content);
        terminal.line("! " + place + " stays as it is. The settings file of the backup: " + folder.subfolder(FILE));
    }

    private static boolean isThere(Path place, byte[] content) {
        try {
            return Files.isReadable(place) && Arrays.equals(Files.readAllBytes(place), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean wrote(Path place, byte[] content) {
        try {
            RelaySettingsFile.write(place, new String(content, StandardCharsets.UTF_8));
            return true;
        } catch (UserException e) {
            return false;
        }
    }
}
