package dev.fanlight.agent.uplink.socket;

import java.time.Duration;

/** The relay cannot be reached, or is not the expected one. The message is a sentence for people. */
public final class UplinkException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Problem {
        /** Name unknown, no route, connection refused, or no answer in time. */
        UNREACHABLE,
        /** The relay accepts no more connections from this address for now. */
        BUSY,
        /** The relay was there, and its answer did not arrive: what was asked may have been done. */
        NO_ANSWER,
        /** The server is not a relay. */
        NOT_A_RELAY,
        /** The certificate does not come from the pinned authority: another server, or an interception. */
        WRONG_PIN,
        /** No authority that this computer trusts has issued the certificate. */
        UNTRUSTED,
        /** The certificate is not valid at this time. */
        CERTIFICATE,
        /** The relay, or its owner, refused. */
        REFUSED,
        /** Stopped from here. */
        STOPPED
    }

    private final Problem problem;
    private final Duration retryAfter;

    /** Creates one. */
    public UplinkException(Problem problem, String sentence) {
        this(problem, sentence, Duration.ZERO);
    }

    /** Creates one of a relay that asks us to stay away for {@code retryAfter}. */
    public UplinkException(Problem problem, String sentence, Duration retryAfter) {
        super(sentence);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }

    /** How long the relay asked us to stay away; zero if it did not. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
