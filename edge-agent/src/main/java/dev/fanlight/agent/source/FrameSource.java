package dev.fanlight.agent.source;

/**
 * An open source of pictures. One thread uses and closes it; {@link #requestKeyFrame()} is for any thread. A source gives
 * either raw pictures or access units, never both.
 */
public interface FrameSource extends AutoCloseable {

    /**
     * Waits a bounded time (1 s at most) for the next picture and hands it over, if one came.
     *
     * @throws SourceException when the source has failed; it can only be closed then
     */
    void next(SourceOutput output) throws SourceException, InterruptedException;

    /** Asks a source of access units for a key frame soon; sources of raw pictures need not care. */
    default void requestKeyFrame() {}

    /** What is captured, in words for a person at a terminal: {@code test picture, 1280x720, 15 fps}. */
    String describe();

    /** Gives the camera or file free. */
    @Override
    void close();
}
