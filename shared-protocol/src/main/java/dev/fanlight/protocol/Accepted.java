package dev.fanlight.protocol;

/**
 * The signature was good: publishing may begin.
 *
 * @param camera the camera this device publishes
 */
public record Accepted(String camera) implements ToAgent {

    @Override
    public MessageType type() {
        return MessageType.ACCEPTED;
    }

    @Override
    public void dispatch(ToAgent.Handler handler) {
        handler.on(this);
    }
}
