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

/** A folder that only this user can look into, until it is closed. Blocking. */
public final class TemporaryFolder implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TemporaryFolder.class.getName());
    private static final String PREFIX = "fanlight-bench-";

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes one below the system’s folder for such; its name tells whose it is.
     *
     * @throws UserException when there is no room or no right
     */
    public static TemporaryFolder create() {
        try {
            return new TemporaryFolder(
                    Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-"));
        } catch (IOException e) {
            throw new UserException(ExitCode.FAILED, "No temporary folder can be made: " + e.getMessage() + ".", e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Removes it with everything in it; what is gone already is as good. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            LOG.log(Level.FINE, "{0} was gone already", path);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "The folder {0} could not be removed", path);
        }
    }
}
