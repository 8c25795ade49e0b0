package dev.fanlight.media.bitstream;

/** Whether, and how well, decoding can start at an access unit. */
public enum RandomAccess {
    /** It cannot. */
    NONE,
    /** After some more access units the output is right (recovery point SEI: intra refresh, open GOP in H.264). */
    RECOVERY_POINT,
    /** At once, but leading pictures that follow it in decoding order cannot be decoded (CRA or BLA of H.265). */
    OPEN,
    /** At once, and with all that follows (IDR). */
    CLOSED;

    /** Whether a decoder that starts here shows this very access unit right. */
    public boolean isKey() {
        return this == OPEN || this == CLOSED;
    }
}
