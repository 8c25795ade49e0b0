package dev.fanlight.agent.source;

/** Opens sources of one scheme of {@code camera.source}. Thread safe. */
@FunctionalInterface
public interface SourceFactory {

    /**
     * Opens one; may take seconds.
     *
     * @param location what follows the scheme, empty where nothing does; only local configuration names it, never a relay
     * @param opening number of this opening, for {@link FrameFormat#opening()}
     * @throws SourceException when it is not there or cannot be used, with a sentence for people
     */
    FrameSource open(String location, long opening) throws SourceException, InterruptedException;

    /** What can be seen of one after it has failed; asked by the thread that opens it. */
    default SourcePresence presence(String location) {
        return SourcePresence.UNKNOWN;
    }

    /** No more are opened: frees what was kept for the next one. */
    default void close() {}
}
