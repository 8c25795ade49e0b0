package dev.fanlight.protocol.player;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * Announces that only disposable access units were dropped before the next access unit of a track, so that it can be decoded.
 *
 * @param track 0–255
 * @param sequence of the next access unit, unsigned 32 bits
 */
public record DroppedDisposable(int track, long sequence) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.DROPPED;
    }
}
