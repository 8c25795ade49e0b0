package dev.fanlight.agent.encode;

/** The encoder failed; it can only be closed. */
public final class EncodeException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Creates one; {@code message} says which step failed and how. */
    public EncodeException(String message) {
        super(message);
    }

    /** Throws one if {@code result}, of a function of FFmpeg, is an error; {@code step} is what was done. */
    public static void check(int result, String step) throws EncodeException {
        if (result < 0) {
            throw new EncodeException(step + " failed (FFmpeg error " + result + ")");
        }
    }
}
