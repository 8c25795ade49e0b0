package dev.fanlight.protocol.rtsp;

/** How a request was answered (RFC 2326 §7.1.1). */
public enum RtspStatus {
    /** Done. */
    OK(200),
    /** It breaks the rules. */
    BAD_REQUEST(400),
    /** It needs a key. */
    UNAUTHORIZED(401),
    /** It is not allowed, whatever the key. */
    FORBIDDEN(403),
    /** There is no such camera for this key. */
    NOT_FOUND(404),
    /** There is no such method here. */
    METHOD_NOT_ALLOWED(405),
    /** RTP cannot carry it. */
    UNSUPPORTED_MEDIA(415),
    /** There are too many viewers. */
    NOT_ENOUGH_BANDWIDTH(453),
    /** It names another session. */
    SESSION_NOT_FOUND(454),
    /** Not now. */
    METHOD_NOT_VALID(455),
    /** None of the transports that it offers. */
    UNSUPPORTED_TRANSPORT(461),
    /** The server failed. */
    INTERNAL_ERROR(500),
    /** Not for the time being. */
    UNAVAILABLE(503),
    /** Another version than 1.0. */
    VERSION_NOT_SUPPORTED(505),
    /** It requires an extension. */
    OPTION_NOT_SUPPORTED(551);

    private final int code;

    RtspStatus(int code) {
        this.code = code;
    }

    /** The number. */
    public int code() {
        return code;
    }
}
