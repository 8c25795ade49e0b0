package dev.fanlight.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A folder and files for their owner’s eyes only: 0700 and 0600, written as a whole or not at all. Stateless, blocking. */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /** Makes a folder and those above it, unless they exist. */
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath(), PosixFilePermissions.asFileAttribute(FOLDER));
    }

    /** Whether group or others have any permission. */
    public static boolean isOpenToOthers(Path path) throws IOException {
        Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
        others.addAll(Files.getPosixFilePermissions(path));
        others.removeAll(FOLDER);
        return !others.isEmpty();
    }

    /**
     * Writes a file as a whole: temporary file, to disk, renamed. After a power cut there is the old content or the new one.
     *
     * @throws IOException when it cannot be written; the old content is still there then
     */
    public static void write(Path folder, String name, byte[] content) throws IOException {
        String temporary = name + ".new";
        Files.deleteIfExists(folder.resolve(temporary));
        try (FileChannel channel = open(folder.resolve(temporary), StandardOpenOption.CREATE_NEW)) {
            write(channel, content);
        }
        replace(folder, temporary, name);
    }

    /**
     * Writes a file that is not there yet.
     *
     * @throws FileAlreadyExistsException when it is
     */
    public static void create(Path file, byte[] content) throws IOException {
        try (FileChannel channel = open(file, StandardOpenOption.CREATE_NEW)) {
            write(channel, content);
        }
    }

    private static void write(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /** Gives a file that is whole the name of another one, which is gone then; to disk before it returns. */
    public static void replace(Path folder, String from, String to) throws IOException {
        Files.move(
                folder.resolve(from),
                folder.resolve(to),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel parent = FileChannel.open(folder, StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    /** Why a file cannot be read or written, as the operating system says it, to stand behind the name of the file. */
    public static String reason(IOException e) {
        Optional<String> given = e instanceof FileSystemException file
                ? Optional.ofNullable(file.getReason())
                : Optional.ofNullable(e.getMessage());
        return given.map(text -> " (" + text + ")").orElse("");
    }

    /** Opens a file for writing, which is made with mode 0600 if need be. */
    static FileChannel open(Path file, StandardOpenOption creation) throws IOException {
        return FileChannel.open(
                file, EnumSet.of(creation, StandardOpenOption.WRITE), PosixFilePermissions.asFileAttribute(FILE));
    }
}
