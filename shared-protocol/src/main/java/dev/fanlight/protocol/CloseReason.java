package dev.fanlight.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a socket ends: the one list of WebSocket close codes (RFC 6455 §7.4; 4000 and above are Fanlight’s own). */
public enum CloseReason {

    /** Normal end. */
    DONE(1000, Retry.NO),
    /** A malformed or unexpected message. */
    PROTOCOL_ERROR(1002, Retry.YES),
    /** A kind of message that this end does not accept. */
    UNSUPPORTED(1003, Retry.YES),
    /** Text that is not UTF-8. */
    BAD_TEXT(1007, Retry.YES),
    /** Over a size limit. */
    TOO_BIG(1009, Retry.YES),
    /** The relay failed. */
    INTERNAL_ERROR(1011, Retry.YES),
    /** The relay restarts. */
    RESTARTING(1012, Retry.YES),
    /** Over capacity. */
    BUSY(1013, Retry.YES),
    /** Device unknown or signature wrong. */
    NOT_AUTHENTIC(4401, Retry.NO),
    /** The join code is wrong, used or expired. */
    CODE_REFUSED(4403, Retry.NO),
    /** No such camera, or a wrong key; not distinguished. */
    WRONG_LINK(4404, Retry.NO),
    /** A valid link has expired or was revoked, or its camera was removed. */
    LINK_ENDED(4405, Retry.NO),
    /** An expected message did not arrive in time. */
    TIMEOUT(4408, Retry.YES),
    /** The same device connected again and replaced this connection. */
    REPLACED(4409, Retry.NO),
    /** A moderator has banned this person from this camera. */
    BANNED(4410, Retry.NO),
    /** The owner has disconnected this person, who may come back. */
    DISCONNECTED(4411, Retry.NO),
    /** The link has as many viewers as it allows. */
    LINK_FULL(4412, Retry.YES),
    /** This peer receives too slowly. */
    TOO_SLOW(4429, Retry.YES);

    private enum Retry {
        YES,
        NO
    }

    private final int code;
    private final Retry retry;

    CloseReason(int code, Retry retry) {
        this.code = code;
        this.retry = retry;
    }

    /** The WebSocket close code. */
    public int code() {
        return code;
    }

    /** Whether the peer should connect again by itself. */
    public boolean isRetryable() {
        return retry == Retry.YES;
    }

    /** The name that travels in {@code goodbye} and as close reason. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason of a close code, empty for one that is not in the list. */
    public static Optional<CloseReason> ofCode(int code) {
        return Arrays.stream(values()).filter(reason -> reason.code == code).findFirst();
    }
}
