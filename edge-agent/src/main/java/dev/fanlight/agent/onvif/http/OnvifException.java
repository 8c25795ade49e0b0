package dev.fanlight.agent.onvif.http;

/** A camera does not do what ONVIF asks of it. The message is a sentence for people and holds no password. */
public final class OnvifException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Problem {
        /** Nothing answers at its address, or not in time. */
        UNREACHABLE,
        /** User or password are missing or wrong. */
        NOT_AUTHORIZED,
        /** What answers does not speak ONVIF, or not as it should. */
        NOT_ONVIF,
        /** The camera refuses this request, or does not offer what is asked for. */
        REFUSED
    }

    private final Problem problem;

    /** Creates one. */
    public OnvifException(Problem problem, String sentence) {
        super(sentence);
        this.problem = problem;
    }

    /** Creates one with what caused it. */
    public OnvifException(Problem problem, String sentence, Throwable cause) {
        super(sentence, cause);
        this.problem = problem;
    }

    /** Why. */
    public Problem problem() {
        return problem;
    }
}
