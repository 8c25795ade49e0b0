package dev.fanlight.relay.cli.backup;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.relay.backup.BackupManifest;
import dev.fanlight.relay.backup.BackupWriter;
import dev.fanlight.relay.cli.option.SettingsOptions;
import dev.fanlight.relay.cli.option.StateOptions;
import dev.fanlight.relay.cli.terminal.Terminal;
import dev.fanlight.relay.config.PostgresUrl;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.TlsMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup}. */
@Command(
        name = "backup",
        description =
                "Write everything that the relay keeps into one file: database, keys, certificates and settings; not"
                        + " recordings. The relay may run meanwhile. The file holds secrets.",
        mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {

    private static final long KIB = 1024;

    @Parameters(paramLabel = "FILE", description = "File to write. It must not exist.")
    private Path file = Path.of("");

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private StateOptions state = new StateOptions();

    @Spec
    private @Nullable CommandSpec spec;

    /** Created by picocli. */
    public BackupCommand() {}

    @Override
    public Integer call() throws IOException {
        Terminal terminal = Terminal.of(spec);
        RelayConfig config = RelayConfig.of(settings.settings());
        Optional<PostgresUrl> server = config.store().server();
        BackupManifest manifest = new BackupWriter(
                        state.folder(), settings.file(), server.map(PostgresUrl::toString), Clock.systemUTC())
                .write(file);
        terminal.line("✓ wrote " + file + ": " + manifest.entries().size() + " files, " + Files.size(file) / KIB
                + " KiB. It holds the relay’s keys: keep it in a safe place.");
        server.ifPresent(url -> {
            terminal.line("! The database is on a server and not in this file. Its own backup:");
            terminal.line("  pg_dump --format=custom --file=fanlight.dump \"" + url + "\"");
        });
        if (config.certificates().mode() == TlsMode.FILES) {
            terminal.line("! The files of tls.certificate and tls.key are another program’s and not in this file.");
        }
        return ExitCode.OK;
    }
}
