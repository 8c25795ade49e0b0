package dev.fanlight.agent.source;

/**
 * An open source. One thread uses and closes it; {@link #requestKeyFrame()} is for any thread. A source delivers
 * either raw frames, or access units of one or more tracks.
 */
public interface FrameSource extends AutoCloseable {

    /**
     * Waits for the next frame or access unit, at most 1 s, and delivers it if one came.
     *
     * @throws SourceException when the source has failed; it can only be closed then
     */
    void next(SourceOutput output) throws SourceException, InterruptedException;

    /** Requests a key frame from a source of access units; does nothing at a source of raw frames. */
    default void requestKeyFrame() {}

    /** What is captured, for people: {@code test pattern, 1280x720, 15 fps}. */
    String describe();

    /** Releases the camera or file. */
    @Override
    void close();
}
