package dev.fanlight.relay.backup;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.config.RelayVersion;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.store.SqliteCopy;
import dev.fanlight.state.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Writes backups of a relay, which may run meanwhile. Blocking.
 *
 * @param folder its state folder
 * @param settings its settings file, if there is one
 * @param database the server with its database as shown to people; empty when that is a file in the state folder
 * @param clock when the backup is written
 */
public record BackupWriter(RelayStateFolder folder, Optional<Path> settings, Optional<String> database, Clock clock) {

    /**
     * Writes a backup into a file that is not there yet, for this user’s eyes only. On failure the file is gone again.
     *
     * @return what is in it
     * @throws UserException when the file exists or cannot be written, or something cannot be read
     */
    public BackupManifest write(Path file) {
        try (ArchiveFile archive = ArchiveFile.create(file)) {
            try {
                BackupManifest manifest = fill(archive, file);
                archive.finish(manifest);
                return manifest;
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (FileAlreadyExistsException e) {
            throw new UserException(
                    ExitCode.FAILED, e.getFile() + " exists already and is not overwritten. Name another file.", e);
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.FAILED, "The backup " + file + " cannot be written" + PrivateFiles.reason(e) + ".", e);
        }
    }

    private BackupManifest fill(ArchiveFile archive, Path file) throws IOException {
        if (settings.isPresent()) {
            archive.add(BackupNames.SETTINGS, settings.get());
        }
        for (String name : folder.files()) {
            if (BackupNames.isCopied(name)) {
                archive.add(BackupNames.ofState(name), folder.secretFile(name));
            }
        }
        if (database.isEmpty() && folder.size(RelayStore.FILE).isPresent()) {
            addDatabase(archive, file);
        }
        return new BackupManifest(RelayVersion.text(), clock.instant(), database.orElse(""), archive.entries());
    }

    /** The copy lies beside the backup, where there has to be room for both. */
    private void addDatabase(ArchiveFile archive, Path file) throws IOException {
        Path copy = file.toAbsolutePath().resolveSibling(file.getFileName() + ".database");
        PrivateFiles.create(copy, new byte[0]);
        try {
            new SqliteCopy(folder.secretFile(RelayStore.FILE)).writeTo(copy);
            archive.add(BackupNames.ofState(RelayStore.FILE), copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
