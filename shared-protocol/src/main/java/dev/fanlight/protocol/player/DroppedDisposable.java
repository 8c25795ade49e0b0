package dev.fanlight.protocol.player;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * The next access unit of the track can be decoded although its sequence leaves a hole: what is missing before it was disposable.
 *
 * @param track 0–255
 * @param sequence of that next access unit, unsigned 32 bits
 */
public record DroppedDisposable(int track, long sequence) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.DROPPED;
    }
}
