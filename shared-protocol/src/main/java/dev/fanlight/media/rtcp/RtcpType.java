package dev.fanlight.media.rtcp;

/** Numbers of packets and of their formats (RFC 3550 §12.1, RFC 4585 §6, RFC 5104 §4.3). Stateless. */
final class RtcpType {

    static final int SENDER_REPORT = 200;
    static final int RECEIVER_REPORT = 201;
    static final int GOODBYE = 203;
    static final int TRANSPORT_FEEDBACK = 205;
    static final int PAYLOAD_FEEDBACK = 206;

    static final int FORMAT_NACK = 1;
    static final int FORMAT_PICTURE_LOSS = 1;
    static final int FORMAT_FULL_INTRA = 4;
    static final int FORMAT_APPLICATION = 15;

    /** “REMB”. */
    static final int BITRATE_NAME = 0x5245_4D42;

    static final int VERSION = 0x80;
    static final int WORD_BYTES = 4;

    private RtcpType() {}
}
