package dev.fanlight.agent.cli;

import dev.fanlight.cli.UserException;
import dev.fanlight.state.StateLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps a state folder for this process. One that cannot be written is not locked: nothing can be torn there, and an agent runs with it.
 *
 * @param lock the lock, if there is one
 */
record AgentLock(Optional<StateLock> lock) implements AutoCloseable {

    private static final String PROGRAM = "fanlight-agent";

    /**
     * Locks {@code folder} if it exists and can be written.
     *
     * @throws UserException when another process has locked it
     */
    static AgentLock of(Path folder) {
        return new AgentLock(
                Files.isWritable(folder) ? Optional.of(StateLock.acquire(folder, PROGRAM)) : Optional.empty());
    }

    @Override
    public void close() {
        lock.ifPresent(StateLock::close);
    }
}
