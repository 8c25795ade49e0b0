package dev.fanlight.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.cli.Cli;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.settings.SettingsSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ConfigCheckCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A program that finds no settings file that it can read. */
    @Command(name = "config", subcommands = ConfigCheckCommand.class)
    private record Program(Path place) implements ConfiguredProgram {

        @Override
        public String name() {
            return "program";
        }

        @Override
        public SettingsSchema schema() {
            return SettingsSchema.of(List.of());
        }

        @Override
        public SettingsReader reader() {
            return new SettingsReader(schema());
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public List<Path> places() {
            return List.of(place);
        }

        @Override
        public Path toWrite() {
            return place;
        }

        @Override
        public void write(Path file, String text) {}

        @Override
        public List<String> example() {
            return List.of();
        }

        @Override
        public void check(Settings settings) {}
    }

    private int check() {
        CommandLine line = Cli.of(new Program(folder.resolve("program.yaml")));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute("check");
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        assertThat(check()).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .startsWith("✓ There is no settings file, and none is needed: the defaults hold.")
                .contains(folder.resolve("program.yaml").toString(), "program config init");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aFileThatThisUserCannotReadIsNotTakenForNone() throws IOException {
        Files.writeString(folder.resolve("program.yaml"), "");
        assertThat(check()).isEqualTo(ExitCode.SETTINGS);
        assertThat(err.toString()).contains("cannot be read by this user");
    }
}
