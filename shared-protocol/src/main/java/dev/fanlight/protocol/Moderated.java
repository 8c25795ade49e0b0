package dev.fanlight.protocol;

/**
 * What became of a {@link Moderate}.
 *
 * @param clientId of the act
 * @param result what became of it
 */
public record Moderated(String clientId, ModerationResult result) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.MODERATED;
    }

    @Override
    public void dispatch(ToPlayer.Handler handler) {
        handler.on(this);
    }
}
