package dev.fanlight.protocol;

/**
 * What a player would like from now on.
 *
 * @param quality which rendition
 * @param latency how much a few dozen milliseconds matter to it
 */
public record Prefer(Quality quality, Latency latency) implements FromPlayer {

    @Override
    public MessageType type() {
        return MessageType.PREFER;
    }

    @Override
    public void dispatch(FromPlayer.Handler handler) {
        handler.on(this);
    }
}
