package dev.fanlight.protocol.sdp;

import java.util.Locale;
import java.util.Optional;

/** Which way media goes, seen by the sender of the description (RFC 8866 §6.7). */
public enum MediaDirection {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE;

    /** Whether the sender of the description would receive. */
    public boolean receives() {
        return this == SENDRECV || this == RECVONLY;
    }

    /** Whether the sender of the description would send. */
    public boolean sends() {
        return this == SENDRECV || this == SENDONLY;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MediaDirection> parse(String text) {
        return switch (text) {
            case "sendrecv" -> Optional.of(SENDRECV);
            case "sendonly" -> Optional.of(SENDONLY);
            case "recvonly" -> Optional.of(RECVONLY);
            case "inactive" -> Optional.of(INACTIVE);
            default -> Optional.empty();
        };
    }
}
