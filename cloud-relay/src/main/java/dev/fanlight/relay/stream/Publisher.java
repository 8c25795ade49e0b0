package dev.fanlight.relay.stream;

/** The way back to the publisher of a stream. Called by any thread, under the stream's lock: must not block nor call back. */
public interface Publisher {

    /** What is needed from now on; again at every change. */
    void demand(PublishDemand demand);

    /** Asks for a key frame of a track. */
    void requestKeyFrame(int track);

    /** The same camera is published by a newer connection; this one is to end. */
    void replaced();
}
