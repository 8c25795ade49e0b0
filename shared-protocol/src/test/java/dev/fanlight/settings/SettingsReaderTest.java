package dev.fanlight.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    private enum Mode {
        ON_DEMAND,
        ALWAYS
    }

    private static final Setting<Integer> FPS =
            new Setting<>("camera.fps", "15", ValueParser.integer(1, 120), "Frames a second.");
    private static final Setting<Duration> LINGER =
            new Setting<>("camera.linger", "20s", ValueParser.DURATION, "How long the camera stays on.");
    private static final Setting<Mode> RUN =
            new Setting<>("camera.run", "on_demand", ValueParser.oneOf(Mode.class), "When the camera runs.");
    private static final Setting<Integer> RATE =
            new Setting<>("camera.bitrate", "1200k", ValueParser.BIT_RATE, "Bits a second.");
    private static final List<Setting<?>> ALL = List.of(FPS, LINGER, RUN, RATE);

    @TempDir
    private Path folder;

    @Test
    void defaultsHoldWhenNothingIsGiven() {
        Settings settings = new SettingsReader(ALL).read();
        assertThat(settings.get(FPS)).isEqualTo(15);
        assertThat(settings.get(LINGER)).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.get(RUN)).isEqualTo(Mode.ON_DEMAND);
        assertThat(settings.get(RATE)).isEqualTo(1_200_000);
    }

    @Test
    void flagBeatsEnvironmentBeatsFile() throws IOException {
        Path file = yaml("camera:\n  fps: 10\n  linger: 1m\n  run: always\n");
        Settings settings = new SettingsReader(ALL)
                .file(Optional.of(file))
                .environment(Map.of("FANLIGHT_CAMERA_FPS", "11", "FANLIGHT_CAMERA_LINGER", "2m"))
                .overrides(Map.of("camera.fps", "12"))
                .read();
        assertThat(settings.get(FPS)).isEqualTo(12);
        assertThat(settings.get(LINGER)).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.get(RUN)).isEqualTo(Mode.ALWAYS);
    }

    @Test
    void unknownKeyIsNamedWithItsLineAndTheLikelyOne() throws IOException {
        Path file = yaml("# mine\ncamera:\n  fsp: 10\n");
        assertThatThrownBy(() -> new SettingsReader(ALL).file(Optional.of(file)).read())
                .hasMessage(file + " line 3: \"camera.fsp\" is not a setting. Did you mean \"camera.fps\"?");
    }

    @Test
    void allProblemsAreReportedTogether() {
        SettingsReader reader = new SettingsReader(ALL)
                .overrides(Map.of("camera.fps", "0"))
                .overrides(Map.of("camera.run", "alwyas"))
                .overrides(Map.of("camera.linger", "soon"));
        assertThatThrownBy(reader::read)
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.SETTINGS))
                .hasMessageContaining("\"camera.fps\" must be a whole number from 1 to 120, not \"0\".")
                .hasMessageContaining("one of on_demand, always (did you mean \"always\"?)")
                .hasMessageContaining("\"camera.linger\" must be a length of time");
    }

    @ParameterizedTest
    @CsvSource({"'a: [', is not YAML", "'- 1', keys and values", "'a: &x [1]\nb: *x', is not"})
    void brokenFilesAreRefusedInWords(String text, String words) throws IOException {
        Path file = yaml(text);
        assertThatThrownBy(() -> new SettingsReader(ALL).file(Optional.of(file)).read())
                .isInstanceOf(UserException.class)
                .hasMessageContaining(words);
    }

    @Test
    void missingFileIsRefusedInWords() {
        assertThatThrownBy(() -> new SettingsReader(ALL)
                        .file(Optional.of(folder.resolve("none.yaml")))
                        .read())
                .hasMessageContaining("cannot be read");
    }

    private Path yaml(String text) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), text);
    }
}
