package dev.fanlight.protocol;

/**
 * How many watch now.
 *
 * @param count this one included
 */
public record Viewers(int count) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.VIEWERS;
    }

    @Override
    public void dispatch(ToPlayer.Handler handler) {
        handler.on(this);
    }
}
