package dev.fanlight.agent.uplink;

/** The relay cannot be reached, or is not the one that is wanted. The message is a sentence for people. */
public final class UplinkException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Problem {
        /** No name, no route, nobody listens, no answer in time. */
        UNREACHABLE,
        /** Somebody answers who is no relay. */
        NOT_A_RELAY,
        /** The certificate does not have the pinned authority: perhaps somebody in between. */
        WRONG_PIN,
        /** The certificate is not trusted for another reason. */
        CERTIFICATE,
        /** The relay refused. */
        REFUSED
    }

    private final Problem problem;

    /** Creates one. */
    public UplinkException(Problem problem, String sentence) {
        super(sentence);
        this.problem = problem;
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }
}
