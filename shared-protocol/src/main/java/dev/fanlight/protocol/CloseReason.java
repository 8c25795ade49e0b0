package dev.fanlight.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a socket ends: the one list of WebSocket close codes (RFC 6455 §7.4; 4000 and above are Fanlight’s own). */
public enum CloseReason {

    /** All is said. */
    DONE(1000, Retry.NO),
    /** A malformed message. */
    PROTOCOL_ERROR(1002, Retry.YES),
    /** A kind of message that has no place here. */
    UNSUPPORTED(1003, Retry.YES),
    /** Text that is not UTF-8. */
    BAD_TEXT(1007, Retry.YES),
    /** Over a size limit. */
    TOO_BIG(1009, Retry.YES),
    /** The relay failed. */
    INTERNAL_ERROR(1011, Retry.YES),
    /** The relay stops and comes back. */
    RESTARTING(1012, Retry.YES),
    /** Over capacity. */
    BUSY(1013, Retry.YES),
    /** Device unknown or signature wrong. */
    NOT_AUTHENTIC(4401, Retry.NO),
    /** The join code is wrong, used or expired. */
    CODE_REFUSED(4403, Retry.NO),
    /** No such camera, or a wrong key: told alike. */
    WRONG_LINK(4404, Retry.NO),
    /** A link that was good has expired or was taken back, or its camera was removed. */
    LINK_ENDED(4405, Retry.NO),
    /** A message that was due did not come. */
    TIMEOUT(4408, Retry.YES),
    /** The same device connected again; the newest one counts. */
    REPLACED(4409, Retry.NO),
    /** A moderator keeps this person out of this camera. */
    BANNED(4410, Retry.NO),
    /** As many watch by this link as it allows. */
    LINK_FULL(4412, Retry.YES),
    /** This peer could not take what was sent. */
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
