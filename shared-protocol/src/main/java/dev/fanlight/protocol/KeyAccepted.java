package dev.fanlight.protocol;

/** The new key is the one that counts from now on. */
public record KeyAccepted() implements ToAgent {

    @Override
    public MessageType type() {
        return MessageType.KEY_ACCEPTED;
    }

    @Override
    public void dispatch(ToAgent.Handler handler) {
        handler.on(this);
    }
}
