package dev.fanlight.relay.bench.process;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A temporary folder that only this user can read; deleted on close. Blocking. */
public final class TemporaryFolder implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TemporaryFolder.class.getName());
    private static final String PREFIX = "fanlight-bench-";

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /**
     * Creates one in the system’s temporary folder, with this process’s id in its name.
     *
     * @throws UserException if it cannot be created
     */
    public static TemporaryFolder create() {
        try {
            return new TemporaryFolder(
                    Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-"));
        } catch (IOException e) {
            throw new UserException(ExitCode.FAILED, "Cannot create a temporary folder: " + e.getMessage() + ".", e);
        }
    }

    /** Its path. */
    public Path path() {
        return path;
    }

    /** Deletes it with its content; does nothing if it is already deleted. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            LOG.log(Level.FINE, "{0} was deleted already", path);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "The folder {0} could not be deleted", path);
        }
    }
}
