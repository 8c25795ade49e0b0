package dev.fanlight.protocol;

/**
 * A line was removed: it is to be shown no more.
 *
 * @param seq its place in the room
 */
public record ChatRemoved(long seq) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_REMOVED;
    }

    @Override
    public void dispatch(ToPlayer.Handler handler) {
        handler.on(this);
    }
}
