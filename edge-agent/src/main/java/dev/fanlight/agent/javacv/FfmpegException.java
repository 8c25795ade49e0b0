package dev.fanlight.agent.javacv;

/** FFmpeg returned an error. Does not leave the packages that see FFmpeg: those who use them get exceptions of their own. */
public final class FfmpegException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;

    public FfmpegException(int code, String step) {
        super(step + " failed (FFmpeg error " + code + ")");
        this.code = code;
    }

    /** Negative errno, or a tag of four letters. */
    public int code() {
        return code;
    }

    /** Hands a good result on. */
    static int check(int result, String step) throws FfmpegException {
        if (result < 0) {
            throw new FfmpegException(result, step);
        }
        return result;
    }
}
