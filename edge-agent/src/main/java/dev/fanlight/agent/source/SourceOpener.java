package dev.fanlight.agent.source;

/** Opens the configured source. Thread safe. */
@FunctionalInterface
public interface SourceOpener {

    /**
     * Opens it; may take seconds.
     *
     * @param opening number of this opening, for {@link FrameFormat#opening()}
     * @throws SourceException when it is not there or cannot be used, with a sentence for people
     */
    FrameSource open(long opening) throws SourceException, InterruptedException;

    /** Whether another variant of the source, a smaller or the larger one, should take the place of what was opened last. */
    default boolean isOutdated() {
        return false;
    }

    /** What can be seen of it after it has failed; asked by the thread that opens it. */
    default SourcePresence presence() {
        return SourcePresence.UNKNOWN;
    }

    /** It is not opened any more: frees what was kept for the next time. The source that is open is closed afterwards. */
    default void close() {}
}
