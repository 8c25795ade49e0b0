package dev.fanlight.protocol;

/**
 * Somebody, perhaps oneself, has another name.
 *
 * @param person whose
 * @param name from now on
 */
public record Renamed(String person, String name) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.RENAMED;
    }

    @Override
    public void dispatch(ToPlayer.Handler handler) {
        handler.on(this);
    }
}
