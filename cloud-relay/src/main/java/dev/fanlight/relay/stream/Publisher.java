package dev.fanlight.relay.stream;

/** The publisher of a stream, as the stream calls it. Any thread, under the stream's lock: must neither block nor call back. */
public interface Publisher {

    /** Reports what the readers need, and every change of that. */
    void demand(PublishDemand demand);

    /** Requests a key frame of a track. */
    void requestKeyFrame(int track);

    /** A newer connection publishes the camera; this one has to end. */
    void replaced();
}
