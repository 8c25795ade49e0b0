package dev.fanlight.media.bitstream;

/** A bitstream is not what its standard says. Checked, without a stack trace: bad input costs nothing. */
public final class BitstreamException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Creates one; {@code message} says what is wrong in words a person understands. */
    public BitstreamException(String message) {
        super(message, null, false, false);
    }
}
