package dev.fanlight.agent.uplink.connection;

/** Why an agent does not reconnect any more. */
public enum GiveUpReason {
    /** The relay does not accept this device: unknown, removed or revoked by its owner. */
    NOT_AUTHENTIC("The relay does not accept this device any more."),
    /** Another computer has connected with the same key; the latest connection wins. */
    REPLACED("Another computer has connected with the key of this camera."),
    /** The server’s certificate does not come from the pinned authority: another server, or an interception. */
    WRONG_RELAY("What answers is not the relay that was joined.");

    private final String sentence;

    GiveUpReason(String sentence) {
        this.sentence = sentence;
    }

    /** In a sentence for people. */
    public String sentence() {
        return sentence;
    }
}
