package dev.fanlight.agent.preview.stream;

import dev.fanlight.protocol.ToPlayer;

/** Gets what one viewer is sent. Called under the stream’s lock by any thread: must not block, nor call the stream. */
public interface StreamReader {

    /** A control message. */
    void control(ToPlayer message);

    /** A media message of a track that the viewer may be sent. */
    void media(MediaMessage message);

    /** The camera is no longer shown; nothing follows. */
    void ended();
}
