package dev.fanlight.cli;

/**
 * An error that the user can correct: one sentence, perhaps with a hint, and an exit code. Printed without a stack trace, and without the
 * secrets that the sentence may repeat ({@link SecretMask}).
 */
public class UserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /**
     * Creates one.
     *
     * @param exitCode of {@link ExitCode}
     * @param sentence what is wrong, and what to do about it
     */
    public UserException(int exitCode, String sentence) {
        super(SecretMask.text(sentence));
        this.exitCode = exitCode;
    }

    /** Creates one with a cause, which is printed with {@code -v} only. */
    public UserException(int exitCode, String sentence, Throwable cause) {
        super(SecretMask.text(sentence), cause);
        this.exitCode = exitCode;
    }

    /** Of {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
    }
}
