package dev.fanlight.cli;

/**
 * A problem that the person at the command line can solve: one sentence, perhaps a hint what to do, and an exit code. Printed
 * without a stack trace.
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
        super(sentence);
        this.exitCode = exitCode;
    }

    /** Creates one that remembers its cause; only shown with {@code -v}. */
    public UserException(int exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /** Of {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
    }
}
