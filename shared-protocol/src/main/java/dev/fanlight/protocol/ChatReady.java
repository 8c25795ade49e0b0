package dev.fanlight.protocol;

/**
 * The history has been told.
 *
 * @param last newest seq, 0 when there is none
 * @param gap lines after chat_since that are gone
 */
public record ChatReady(long last, long gap) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_READY;
    }

    @Override
    public void dispatch(ToPlayer.Handler handler) {
        handler.on(this);
    }
}
