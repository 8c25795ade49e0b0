package dev.fanlight.relay.config;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.state.PrivateFiles;
import dev.fanlight.state.StateLock;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder in which the relay keeps what must survive, for its own user only. Blocking; one process, which holds the
 * {@link #lock()}, writes into it.
 */
public final class RelayStateFolder {

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path folder;

    private RelayStateFolder(Path folder) {
        this.folder = folder;
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    /**
     * Opens the folder, and creates it when it is not there.
     *
     * @throws UserException when others may look into it, or it cannot be made
     */
    public static RelayStateFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            refuseIfOpenToOthers(folder, "700");
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The state folder " + folder + " cannot be made or read" + PrivateFiles.reason(e) + ".",
                    e);
        }
        return new RelayStateFolder(folder);
    }

    /**
     * A file of the folder, which others must not be able to read if it exists.
     *
     * @throws UserException when others may read it
     */
    public Path secretFile(String name) {
        Path file = folder.resolve(name);
        try {
            refuseIfOpenToOthers(file, "600");
        } catch (NoSuchFileException e) {
            return file;
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.SETTINGS, "The state file " + file + " cannot be read" + PrivateFiles.reason(e) + ".", e);
        }
        return file;
    }

    /** The names of all files directly in the folder, sorted; not those of folders in it. */
    public List<String> files() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS))
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The state folder " + folder + " cannot be read" + PrivateFiles.reason(e) + ".",
                    e);
        }
    }

    /** A folder within the folder, which need not be there. */
    public Path subfolder(String name) {
        return folder.resolve(name);
    }

    /** The size of a file of the folder in bytes, if it exists. */
    public OptionalLong size(String name) {
        Path file = secretFile(name);
        try {
            return Files.exists(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.SETTINGS, "The state file " + file + " cannot be read" + PrivateFiles.reason(e) + ".", e);
        }
    }

    /** Creates an empty file that only this user may read, unless it is there. */
    public Path createSecretFile(String name) {
        Path file = folder.resolve(name);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return secretFile(name);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        return file;
    }

    /** The content of a secret file, if it exists. */
    public Optional<byte[]> read(String name) {
        Path file = secretFile(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.SETTINGS, "The state file " + file + " cannot be read" + PrivateFiles.reason(e) + ".", e);
        }
    }

    /**
     * Writes a secret file so that a crash or a power cut leaves the old or the new content, never half of it.
     *
     * @throws UserException when it cannot be written, with the reason
     */
    public void write(String name, byte[] content) {
        try {
            PrivateFiles.write(folder, name, content);
        } catch (IOException e) {
            throw unwritable(folder.resolve(name), e);
        }
    }

    /**
     * Keeps the folder for this process.
     *
     * @throws UserException when another relay has it
     */
    public StateLock lock() {
        return StateLock.acquire(folder, "fanlight-relay");
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static void refuseIfOpenToOthers(Path path, String mode) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(Files.getPosixFilePermissions(path));
        permissions.retainAll(OF_OTHERS);
        if (!permissions.isEmpty()) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "Other users of this computer can get at " + path + ". Run: chmod " + mode + " " + path);
        }
    }

    private static UserException unwritable(Path file, IOException e) {
        return new UserException(
                ExitCode.SETTINGS, "The state file " + file + " cannot be written" + PrivateFiles.reason(e) + ".", e);
    }
}
