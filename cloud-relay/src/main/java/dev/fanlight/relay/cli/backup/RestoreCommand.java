package dev.fanlight.relay.cli.backup;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.backup.BackupManifest;
import dev.fanlight.relay.backup.BackupReader;
import dev.fanlight.relay.backup.StateRestore;
import dev.fanlight.relay.cli.option.StateOptions;
import dev.fanlight.relay.cli.terminal.Terminal;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.state.StateLock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore}. */
@Command(
        name = "restore",
        description =
                "Put a backup into a state folder with which no relay runs. The file is checked before anything is"
                        + " written.",
        mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "File that backup has written.")
    private Path file = Path.of("");

    @Option(
            names = "--replace",
            description =
                    "If the state folder is in use by a stopped relay: move its files into a folder within it first.")
    private boolean replace;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Where the settings file goes, unless there is one. Default: $FANLIGHT_CONFIG, of root"
                    + " /etc/fanlight/relay.yaml, else ~/.config/fanlight/relay.yaml")
    private @Nullable Path config;

    @Mixin
    private StateOptions state = new StateOptions();

    @Spec
    private @Nullable CommandSpec spec;

    /** Created by picocli. */
    public RestoreCommand() {}

    @Override
    public Integer call() {
        RelayStateFolder folder = state.folder();
        StateLock lock = folder.lock();
        try (BackupReader backup = BackupReader.open(file)) {
            restore(backup, folder, Terminal.of(spec));
            return ExitCode.OK;
        } finally {
            lock.close();
        }
    }

    private void restore(BackupReader backup, RelayStateFolder folder, Terminal terminal) {
        StateRestore restore = new StateRestore(folder, Clock.systemUTC());
        if (!restore.present().isEmpty()) {
            makeRoom(restore, folder, terminal);
        }
        restore.write(backup);
        BackupManifest manifest = backup.manifest();
        terminal.line(
                "✓ restored " + folder + " as of " + manifest.created() + ", written by version " + manifest.version());
        StateRestore.settings(backup)
                .ifPresent(text -> new RestoredSettings(folder, Optional.ofNullable(config)).put(text, terminal));
        if (!manifest.database().isEmpty()) {
            terminal.line("! The database is on a server and was not in the file. Restore it with:");
            terminal.line("  pg_restore --clean --if-exists --dbname=\"" + manifest.database() + "\" fanlight.dump");
        }
    }

    private void makeRoom(StateRestore restore, RelayStateFolder folder, Terminal terminal) {
        if (!replace) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The state folder " + folder
                            + " holds a relay’s files, which are not overwritten. Name an empty one"
                            + " with --state DIR, or add --replace to move those files aside first.");
        }
        terminal.line("✓ moved what was there into " + restore.setAside());
    }
}
