package dev.fanlight.agent.uplink.socket;

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
        /** No authority that this computer trusts vouches for the relay’s name. */
        UNTRUSTED,
        /** The certificate is not valid at this time. */
        CERTIFICATE,
        /** The relay, or its owner, refused. */
        REFUSED,
        /** Stopped from here. */
        STOPPED
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
