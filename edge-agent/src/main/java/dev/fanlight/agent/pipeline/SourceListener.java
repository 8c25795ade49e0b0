package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.source.SourceException;

/** Gets the state of the camera. Called by the capture thread, {@link #notice} by the audio thread too; must not block. */
public interface SourceListener {

    /** It was released, for there are no viewers. */
    void asleep();

    /** It is being opened. */
    void starting();

    /** The first frame was captured; {@code description} is for people. */
    void live(String description);

    /** Of a camera that is always on: whether anything is sent to the relay, for which it is asleep otherwise. */
    void sending(boolean sends);

    /** Something people should know about it, which goes on: a sentence. */
    void notice(String sentence);

    /**
     * It failed and is opened again later.
     *
     * @param everLive whether it has delivered a frame since the start
     */
    void failed(SourceException cause, boolean everLive);
}
