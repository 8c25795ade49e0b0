package dev.fanlight.agent.cli;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.NamedCameras;
import dev.fanlight.agent.config.file.NewSettingsFile;
import dev.fanlight.agent.config.file.SettingsFile;
import dev.fanlight.cli.config.ConfigCheckCommand;
import dev.fanlight.cli.config.ConfigExplainCommand;
import dev.fanlight.cli.config.ConfigInitCommand;
import dev.fanlight.cli.config.ConfigSchemaCommand;
import dev.fanlight.cli.config.ConfigShowCommand;
import dev.fanlight.cli.config.ConfiguredProgram;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.settings.SettingsSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent config}: the commands about settings. */
@Command(
        name = "config",
        description = "Show, check and explain settings.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ConfigShowCommand.class,
            ConfigCheckCommand.class,
            ConfigExplainCommand.class,
            ConfigInitCommand.class,
            ConfigSchemaCommand.class
        })
final class ConfigCommand implements Runnable, ConfiguredProgram {

    private static final Path ROOT = Path.of("/");
    private static final List<String> EXAMPLE = List.of(
            "Several cameras of one agent, at most " + NamedCameras.MAX
                    + ", each with the keys of camera and low above:",
            "cameras:",
            "  front:",
            "    source: /dev/v4l/by-id/usb-046d_HD_Pro_Webcam_C920-video-index0",
            "  garden:",
            "    source: file:/srv/garden.mp4");

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: show, check, explain, init or schema");
    }

    @Override
    public String name() {
        return "fanlight-agent";
    }

    @Override
    public SettingsSchema schema() {
        return AgentSettings.schema();
    }

    @Override
    public SettingsReader reader() {
        return parent.options().reader(System.getenv());
    }

    @Override
    public Optional<Path> file() {
        return parent.options().file(System.getenv());
    }

    @Override
    public List<Path> places() {
        return SettingsFile.places(ROOT, System.getenv());
    }

    @Override
    public Path toWrite() {
        return SettingsFile.toWrite(ROOT, System.getenv());
    }

    @Override
    public void write(Path file, String text) {
        NewSettingsFile.write(file, text);
    }

    @Override
    public List<String> example() {
        return EXAMPLE;
    }

    /** Each value is checked by itself. */
    @Override
    public void check(Settings settings) {}
}
