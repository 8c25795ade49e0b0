package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.source.SourceException;

/** Hears what the camera does. Called by the capture thread; must not block. */
public interface SourceListener {

    /** It was released: nobody watches. */
    void asleep();

    /** It is being opened. */
    void starting();

    /** The first picture has come; {@code description} says what is captured. */
    void live(String description);

    /**
     * It failed and is tried again later.
     *
     * @param everLive whether it has ever given a picture since the start
     */
    void failed(SourceException cause, boolean everLive);
}
