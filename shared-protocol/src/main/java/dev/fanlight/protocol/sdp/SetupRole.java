package dev.fanlight.protocol.sdp;

import java.util.Locale;

/** Who begins the handshake of DTLS (RFC 4145 §4). */
public enum SetupRole {
    /** The sender of the description does. */
    ACTIVE,
    /** The receiver of the description does. */
    PASSIVE,
    /** Either; the receiver chooses. */
    ACTPASS;

    /** As it is in a description. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SetupRole parse(String text) throws SdpException {
        return switch (text) {
            case "active" -> ACTIVE;
            case "passive" -> PASSIVE;
            case "actpass" -> ACTPASS;
            default -> throw new SdpException("The description has an a=setup that is unknown.");
        };
    }
}
