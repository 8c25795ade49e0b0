package dev.fanlight.protocol;

import java.util.OptionalLong;

/**
 * One may not talk for a while, or may again. Told to that person only.
 *
 * @param until relay’s clock, µs; empty when it is lifted
 */
public record ChatSilenced(OptionalLong until) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_SILENCED;
    }

    @Override
    public void dispatch(ToPlayer.Handler handler) {
        handler.on(this);
    }
}
