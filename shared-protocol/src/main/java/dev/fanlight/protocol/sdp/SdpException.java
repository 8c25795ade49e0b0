package dev.fanlight.protocol.sdp;

/** A description cannot be used. Checked, without a stack trace; the message is a sentence for the one who sent it. */
public final class SdpException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Creates one; {@code message} says what is wrong and shows nothing secret. */
    public SdpException(String message) {
        super(message, null, false, false);
    }
}
