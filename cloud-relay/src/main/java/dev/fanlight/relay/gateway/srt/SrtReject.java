package dev.fanlight.relay.gateway.srt;

/** What a caller is told that is refused (SRT Access Control, “Rejection codes”). */
enum SrtReject {
    /** The stream id is none. */
    BAD_REQUEST(1400),
    /** The camera or the key is not valid; not to be told apart. */
    UNAUTHORIZED(1401),
    /** Too many calls, or wrong keys, came from this address. */
    OVERLOAD(1402),
    /** It may not watch any more. */
    FORBIDDEN(1403),
    /** The relay could not decide. */
    INTERNAL(1500);

    private final int code;

    SrtReject(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
