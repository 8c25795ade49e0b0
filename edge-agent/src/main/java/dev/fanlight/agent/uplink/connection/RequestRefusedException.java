package dev.fanlight.agent.uplink.connection;

/** The relay has not done what people at the camera requested. The message is a sentence for people. */
public final class RequestRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Creates one. */
    public RequestRefusedException(String sentence) {
        super(sentence);
    }
}
