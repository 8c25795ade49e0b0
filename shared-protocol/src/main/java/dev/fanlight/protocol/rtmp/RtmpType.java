package dev.fanlight.protocol.rtmp;

import java.util.Arrays;
import java.util.Optional;

/** The types of message that mean something here. */
public enum RtmpType {
    /** The size of the sender's chunks from now on, u32. */
    CHUNK_SIZE(1),
    /** The message that has begun in a chunk stream will not be finished, u32. */
    ABORT(2),
    /** How many bytes have arrived, u32. */
    ACKNOWLEDGEMENT(3),
    /** An event behind its number, u16. */
    USER_CONTROL(4),
    /** After how many bytes the receiver has to acknowledge, u32. */
    WINDOW_SIZE(5),
    /** How much the receiver may send without an acknowledgement, u32, and how strictly, u8. */
    PEER_BANDWIDTH(6),
    /** The body of an FLV tag with sound. */
    AUDIO(8),
    /** The body of an FLV tag with video. */
    VIDEO(9),
    /** A command behind one byte, of programs that announce AMF3. */
    COMMAND_AMF3(17),
    /** Named values in AMF0. */
    DATA(18),
    /** A command in AMF0. */
    COMMAND(20),
    /** Several FLV tags. */
    AGGREGATE(22);

    private final int code;

    RtmpType(int code) {
        this.code = code;
    }

    /** The number on the wire, 0–255. */
    public int code() {
        return code;
    }

    /** Whether it is about the connection itself. */
    boolean isControl() {
        return code <= PEER_BANDWIDTH.code;
    }

    static Optional<RtmpType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
