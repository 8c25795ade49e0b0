package dev.fanlight.relay.backup;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.state.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file that is being written, with mode 0600. Blocking, used by one thread. */
final class ArchiveFile implements AutoCloseable {

    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final List<BackupEntry> entries = new ArrayList<>();

    private ArchiveFile(FileChannel channel) {
        this.channel = channel;
        this.zip = new ZipOutputStream(Channels.newOutputStream(channel));
    }

    /**
     * Makes the file.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one
     */
    static ArchiveFile create(Path file) throws IOException {
        PrivateFiles.create(file, new byte[0]);
        return new ArchiveFile(FileChannel.open(file, StandardOpenOption.WRITE));
    }

    void add(String name, Path file) throws IOException {
        if (!BackupNames.isSafe(name) || entries.size() == BackupManifest.MAX_ENTRIES) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The file " + file + " is not one of a relay’s. Move it away, and write the backup again.");
        }
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream in = Files.newInputStream(file)) {
            ContentHash hash = ContentHash.ofCopy(in, zip);
            entries.add(new BackupEntry(name, hash.size(), hash.sha256()));
        }
        zip.closeEntry();
    }

    List<BackupEntry> entries() {
        return entries;
    }

    /** Writes the end and the manifest; all of it is on disk then. */
    void finish(BackupManifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
        OutputStream out = zip;
        out.write(manifest.json());
        zip.closeEntry();
        zip.finish();
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
