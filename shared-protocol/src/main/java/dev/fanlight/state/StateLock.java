package dev.fanlight.state;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a state folder for one process: a lock on the file {@value #FILE} in it, which holds the id of that process. The operating system
 * releases it when the process ends, however it ends. Blocking, thread safe.
 */
public final class StateLock implements AutoCloseable {

    /** Name of the locked file. */
    public static final String FILE = "lock";

    /**
     * Folders that this process holds. A second lock within one process would not be refused, and closing any channel of a locked file
     * releases the lock (fcntl).
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private StateLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Locks a folder, which exists, until {@link #close()}.
     *
     * @param program what is refused a second time, for the sentence about it
     * @throws UserException when another process has locked it, or the folder cannot be written
     */
    public static StateLock acquire(Path folder, String program) {
        try {
            Path real = folder.toRealPath();
            if (!HELD.add(real)) {
                throw refused(
                        folder, program, Long.toString(ProcessHandle.current().pid()));
            }
            try {
                return new StateLock(real, lock(real, program));
            } catch (IOException | RuntimeException e) {
                HELD.remove(real);
                throw e;
            }
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The state folder " + folder + " cannot be written" + PrivateFiles.reason(e) + ".",
                    e);
        }
    }

    private static FileChannel lock(Path folder, String program) throws IOException {
        FileChannel channel = PrivateFiles.open(folder.resolve(FILE), StandardOpenOption.CREATE);
        try {
            lock(channel, folder, program);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel, Path folder, String program) throws IOException {
        FileLock lock = channel.tryLock();
        if (lock == null) {
            throw refused(
                    folder,
                    program,
                    Files.readString(folder.resolve(FILE), StandardCharsets.US_ASCII)
                            .strip());
        }
        channel.truncate(0);
        String pid = ProcessHandle.current().pid() + "\n";
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Releases the folder. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("the state folder could not be released", e);
        } finally {
            HELD.remove(folder);
        }
    }

    private static UserException refused(Path folder, String program, String pid) {
        String holder = pid.matches("[0-9]{1,10}") ? "process " + pid : "another process";
        return new UserException(
                ExitCode.SETTINGS,
                "The state folder " + folder + " is in use: " + holder + " is a " + program + " that runs with it."
                        + " Stop that one first, or give this one a folder of its own with --state DIR.");
    }
}
