package dev.fanlight.agent.audio;

/** Sound cannot be captured or encoded. The message is the end of a sentence that begins with “The sound …”. */
public final class AudioException extends Exception {

    private static final long serialVersionUID = 1L;

    public AudioException(String message) {
        super(message);
    }
}
