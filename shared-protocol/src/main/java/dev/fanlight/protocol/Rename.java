package dev.fanlight.protocol;

/**
 * Somebody wants another name.
 *
 * @param name the wish
 */
public record Rename(String name) implements FromPlayer {

    @Override
    public MessageType type() {
        return MessageType.RENAME;
    }

    @Override
    public void dispatch(FromPlayer.Handler handler) {
        handler.on(this);
    }
}
