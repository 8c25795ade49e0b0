package dev.fanlight.relay.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelaySettingsFileTest {

    @TempDir
    Path folder;

    @Test
    void theFileOfTheVariableIsFoundAndWritten() {
        Path file = folder.resolve("made/relay.yaml");
        Map<String, String> environment = Map.of("FANLIGHT_CONFIG", file.toString(), "HOME", folder.toString());

        assertThat(RelaySettingsFile.toWrite(environment)).isEqualTo(file);
        RelaySettingsFile.write(file, "http:\n  public_host: 'cam.example.org'\n");
        assertThat(RelaySettingsFile.find(environment)).contains(file);
    }

    @Test
    void theFileOfTheUserIsFound() throws IOException {
        Path file = folder.resolve("fanlight/relay.yaml");
        Files.createDirectories(folder.resolve("fanlight"));
        Files.writeString(file, "");

        assertThat(RelaySettingsFile.find(Map.of("XDG_CONFIG_HOME", folder.toString())))
                .contains(file);
    }

    @Test
    void othersCannotReadWhatIsWritten() throws IOException {
        Path file = folder.resolve("relay.yaml");
        RelaySettingsFile.write(file, "");

        assertThat(Files.getPosixFilePermissions(file))
                .doesNotContain(PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_WRITE);
    }

    @Test
    void aFileThatExistsIsNotReplaced() {
        Path file = folder.resolve("relay.yaml");
        RelaySettingsFile.write(file, "a: 1\n");

        assertThatThrownBy(() -> RelaySettingsFile.write(file, "b: 2\n")).isInstanceOf(UserException.class);
    }
}
