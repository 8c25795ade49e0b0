package dev.fanlight.relay.srt.worker;

/** Options of a socket ({@code SRT_SOCKOPT} in {@code srt.h}). */
enum SrtOption {
    SEND_BLOCKS(1),
    RECEIVE_BLOCKS(2),
    LATENCY_MILLIS(23),
    PASSPHRASE(26),
    CONNECT_MILLIS(36),
    OLDEST_VERSION(45),
    STREAM_ID(46),
    V6_ONLY(54);

    private final int code;

    SrtOption(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
