package dev.fanlight.media.srtp;

import java.util.Optional;

/** How packets are encrypted and sealed, as DTLS negotiates it (RFC 5764 §4.1.2, RFC 7714 §14.2). */
public enum SrtpProfile {
    /** AES-GCM with a tag of 16 bytes: the quicker one where the processor has AES. */
    AEAD_AES_128_GCM(0x0007, 12, 16),
    /** AES in counter mode and HMAC-SHA1 with a tag of 10 bytes: the one that everything has. */
    AES128_CM_HMAC_SHA1_80(0x0001, 14, 10);

    /** Bytes of a master key. */
    public static final int KEY_BYTES = 16;

    /** Most bytes that any profile adds to a packet, that of a report’s index included. */
    public static final int MAX_OVERHEAD_BYTES = 20;

    private final int id;
    private final int saltBytes;
    private final int tagBytes;

    SrtpProfile(int id, int saltBytes, int tagBytes) {
        this.id = id;
        this.saltBytes = saltBytes;
        this.tagBytes = tagBytes;
    }

    /** Its number in DTLS. */
    public int id() {
        return id;
    }

    /** Bytes of a master salt. */
    public int saltBytes() {
        return saltBytes;
    }

    int tagBytes() {
        return tagBytes;
    }

    /** The profile with this number, if it is known. */
    public static Optional<SrtpProfile> of(int id) {
        for (SrtpProfile profile : values()) {
            if (profile.id == id) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }
}
