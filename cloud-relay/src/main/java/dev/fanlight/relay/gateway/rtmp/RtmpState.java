package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.relay.gateway.tcp.PacedReader;

/** How far a connection is. */
sealed interface RtmpState {

    /** The handshake is under way. */
    record Greeting() implements RtmpState {}

    /** The peer has to connect to the application. */
    record Greeted() implements RtmpState {}

    /** The peer has to say what it publishes or watches. */
    record Connected() implements RtmpState {}

    /** It has said so, and its key is being checked: nothing is read. */
    record Checking() implements RtmpState {}

    /**
     * It publishes.
     *
     * @param publisher takes its media
     */
    record Publishing(RtmpPublisher publisher) implements RtmpState {}

    /**
     * It watches.
     *
     * @param reader sends it the stream
     */
    record Playing(PacedReader reader) implements RtmpState {}

    /** It has been informed why it has to go, and what it sends is not looked at. */
    record Ended() implements RtmpState {}
}
