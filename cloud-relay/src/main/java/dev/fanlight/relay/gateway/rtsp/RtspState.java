package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.relay.gateway.tcp.PacedReader;

/** How far a connection is. */
sealed interface RtspState {

    /** The peer has to say what it watches. */
    record Open() implements RtspState {}

    /** It has said so, and its key or the camera is being waited for: nothing is read. */
    record Checking() implements RtspState {}

    /**
     * It was admitted and knows the tracks.
     *
     * @param media what it may set up and play
     */
    record Described(RtspMedia media) implements RtspState {}

    /**
     * It watches.
     *
     * @param media what it watches
     * @param reader sends it the stream
     */
    record Playing(RtspMedia media, PacedReader reader) implements RtspState {}

    /** It was informed why it has to go, and what it sends is not looked at. */
    record Ended() implements RtspState {}
}
