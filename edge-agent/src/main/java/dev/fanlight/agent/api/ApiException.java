package dev.fanlight.agent.api;

/** A request is refused. The message is a sentence for people and holds no password. */
public final class ApiException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * Creates one.
     *
     * @param status of HTTP
     * @param code for programs
     */
    public ApiException(int status, String code, String sentence) {
        super(sentence);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
