package dev.fanlight.relay.child;

/**
 * How a child ended. Immutable.
 *
 * @param cause why
 * @param exitCode as the system says it: 128 + n for signal n; −1 when it did not start
 * @param lastLine the last line of its stderr, at most 200 characters, may be empty. May hold what a peer sent: for the owner, not for logs
 */
public record ChildEnd(Cause cause, int exitCode, String lastLine) {

    /** Why a child ended. */
    public enum Cause {
        /** By itself, with exit code 0. */
        DONE,
        /** By itself with another exit code, or by a signal that the relay did not send. */
        FAILED,
        /** The relay closed it. */
        CLOSED,
        /** Its program could not be started. */
        NOT_STARTED
    }
}
