package dev.fanlight.relay.backup;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.state.PrivateFiles;
import dev.fanlight.state.StateLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Puts a backup into a state folder, which this process has locked. Blocking.
 *
 * @param folder where no relay runs
 * @param clock for the name of the folder with what was there before
 */
public record StateRestore(RelayStateFolder folder, Clock clock) {

    private static final String STAGING = "restoring";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** What the folder holds of a relay: all that a restore would overwrite or mix with. */
    public List<String> present() {
        return folder.files().stream()
                .filter(name -> !name.equals(StateLock.FILE))
                .toList();
    }

    /**
     * Moves what the folder holds into a folder within it.
     *
     * @return that folder
     */
    public Path setAside() {
        Path aside = folder.subfolder("before-restore-" + TIME.format(clock.instant()));
        try {
            PrivateFiles.makeFolder(aside);
            for (String name : present()) {
                Files.move(folder.secretFile(name), aside.resolve(name));
            }
            return aside;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Writes all files of the state; none of them is in its place before all are on disk.
     *
     * @throws UserException when they cannot be written; the folder is as it was then
     */
    public void write(BackupReader backup) {
        List<BackupEntry> entries = backup.manifest().entries().stream()
                .filter(entry -> BackupNames.isState(entry.name()))
                .toList();
        Path staging = folder.subfolder(STAGING);
        try {
            remove(staging);
            PrivateFiles.makeFolder(staging);
            try {
                for (BackupEntry entry : entries) {
                    stage(backup, entry, staging);
                }
                for (BackupEntry entry : entries) {
                    String file = BackupNames.file(entry.name());
                    Files.move(staging.resolve(file), folder.secretFile(file));
                }
            } finally {
                remove(staging);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The settings file in a backup, if it has one. */
    public static Optional<byte[]> settings(BackupReader backup) {
        return backup.manifest().entries().stream()
                .filter(entry -> entry.name().equals(BackupNames.SETTINGS))
                .findFirst()
                .map(entry -> {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    copy(backup, entry, bytes);
                    return bytes.toByteArray();
                });
    }

    private static void stage(BackupReader backup, BackupEntry entry, Path staging) throws IOException {
        Path file = staging.resolve(BackupNames.file(entry.name()));
        PrivateFiles.create(file, new byte[0]);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
            copy(backup, entry, out);
        }
    }

    private static void copy(BackupReader backup, BackupEntry entry, OutputStream out) {
        try {
            if (!backup.copy(entry, out)) {
                throw new UserException(ExitCode.FAILED, "The backup has changed while it was read. Try again.");
            }
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.FAILED, entry.name() + " cannot be restored" + PrivateFiles.reason(e) + ".", e);
        }
    }

    /** Removes what a restore that was interrupted has left. */
    private static void remove(Path staging) throws IOException {
        if (!Files.isDirectory(staging)) {
            return;
        }
        try (var files = Files.list(staging)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(staging);
    }

    private UserException unwritable(IOException e) {
        return new UserException(
                ExitCode.FAILED, "The state folder " + folder + " cannot be written" + PrivateFiles.reason(e) + ".", e);
    }
}
