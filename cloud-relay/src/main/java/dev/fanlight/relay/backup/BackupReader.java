package dev.fanlight.relay.backup;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.state.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A backup that is being read: whole, or it is not opened. Blocking, used by one thread. */
public final class BackupReader implements AutoCloseable {

    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupReader(ZipFile zip, BackupManifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup and compares all that is in it with its hashes.
     *
     * @throws UserException when it cannot be read, is none, or is damaged
     */
    public static BackupReader open(Path file) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                BackupReader reader = new BackupReader(zip, manifest(zip, file));
                reader.check(file);
                return reader;
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.FAILED,
                    "The backup " + file + " cannot be read"
                            + (Files.exists(file) ? PrivateFiles.reason(e) : ": there is no such file") + ".",
                    e);
        }
    }

    private static BackupManifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(BackupManifest.NAME))
                .orElseThrow(() -> new UserException(
                        ExitCode.SETTINGS, file + " is no backup of a relay: it has no " + BackupManifest.NAME + "."));
        try (InputStream in = zip.getInputStream(entry)) {
            return BackupManifest.parse(in.readNBytes(BackupManifest.MAX_BYTES));
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    ExitCode.SETTINGS, "The backup cannot be used: the file " + file + " " + e.getMessage() + ".", e);
        }
    }

    private void check(Path file) throws IOException {
        Set<String> named = manifest.entries().stream().map(BackupEntry::name).collect(Collectors.toSet());
        boolean others = zip.stream()
                .map(ZipEntry::getName)
                .anyMatch(name -> !named.contains(name) && !name.equals(BackupManifest.NAME));
        if (others) {
            throw damaged(file, "it holds more than its " + BackupManifest.NAME + " names");
        }
        for (BackupEntry entry : manifest.entries()) {
            if (!copy(entry, OutputStream.nullOutputStream())) {
                throw damaged(file, entry.name() + " is not what was written");
            }
        }
    }

    /** What is in it. */
    public BackupManifest manifest() {
        return manifest;
    }

    /** Writes the content of an entry, of which no more than its size is read; whether it is what was written. */
    boolean copy(BackupEntry entry, OutputStream out) throws IOException {
        ZipEntry found = zip.getEntry(entry.name());
        if (found == null) {
            return false;
        }
        try (InputStream in = zip.getInputStream(found)) {
            return ContentHash.ofCopy(new FirstBytes(in, entry.size() + 1), out).isOf(entry);
        }
    }

    private static UserException damaged(Path file, String how) {
        return new UserException(
                ExitCode.SETTINGS,
                "The backup " + file + " is damaged: " + how + ". Nothing was changed. Use another one.");
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new IllegalStateException("a file that was read could not be closed", e);
        }
    }
}
