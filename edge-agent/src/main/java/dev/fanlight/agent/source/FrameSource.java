package dev.fanlight.agent.source;

/**
 * An open source, which delivers either raw frames, or access units of one or more tracks. One thread uses and closes it.
 */
public interface FrameSource extends AutoCloseable {

    /**
     * Waits for the next frame or access unit, at most 1 s, and delivers it if one came.
     *
     * @throws SourceException when the source has failed; it can only be closed then
     */
    void next(SourceOutput output) throws SourceException, InterruptedException;

    /**
     * What was delivered so far has not reached the relay: a source of access units that can go back, such as a file, continues with its
     * last key frame. Others do nothing.
     */
    default void restart() {}

    /** What is captured, for people: {@code test pattern, 1280x720, 15 fps}. */
    String describe();

    /** Releases the camera or file. */
    @Override
    void close();
}
