package dev.fanlight.protocol;

/**
 * A line that had been removed is back in its place.
 *
 * @param line as it was told before; on the wire its members stand in this message
 */
public record ChatRestored(Chat line) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_RESTORED;
    }

    @Override
    public void dispatch(ToPlayer.Handler handler) {
        handler.on(this);
    }
}
