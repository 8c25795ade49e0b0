package dev.fanlight.relay.cli.config;

import dev.fanlight.cli.config.ConfigCheckCommand;
import dev.fanlight.cli.config.ConfigExplainCommand;
import dev.fanlight.cli.config.ConfigInitCommand;
import dev.fanlight.cli.config.ConfigSchemaCommand;
import dev.fanlight.cli.config.ConfigShowCommand;
import dev.fanlight.cli.config.ConfiguredProgram;
import dev.fanlight.relay.cli.option.RelaySettingsFile;
import dev.fanlight.relay.cli.option.SettingsOptions;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.StartRules;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.settings.SettingsSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code config}. */
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
public final class ConfigCommand implements ConfiguredProgram {

    private static final List<String> EXAMPLE = List.of(
            "Gateways, each below its kind or a name of your own:",
            "gateways:",
            "  rtsp:",
            "    port: 8554",
            "  hls:",
            "    memory: 512");

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    /** Created by picocli. */
    public ConfigCommand() {}

    @Override
    public String name() {
        return "fanlight-relay";
    }

    @Override
    public SettingsSchema schema() {
        return RelayGateways.SCHEMA;
    }

    @Override
    public SettingsReader reader() {
        return options.reader();
    }

    @Override
    public Optional<Path> file() {
        return options.file();
    }

    @Override
    public List<Path> places() {
        return RelaySettingsFile.places(System.getenv());
    }

    @Override
    public Path toWrite() {
        return RelaySettingsFile.toWrite(System.getenv());
    }

    @Override
    public void write(Path file, String text) {
        RelaySettingsFile.write(file, text);
    }

    @Override
    public List<String> example() {
        return EXAMPLE;
    }

    @Override
    public void check(Settings settings) {
        StartRules.check(RelayConfig.of(settings));
        RelayGateways.KINDS.configured(settings);
    }
}
