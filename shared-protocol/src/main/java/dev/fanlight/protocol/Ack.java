package dev.fanlight.protocol;

/**
 * Acknowledges the newest access unit of a track that has arrived; sent by the receiver of media.
 *
 * @param track 0–255
 * @param sequence unsigned 32 bits
 */
public record Ack(int track, long sequence) implements FromAgent, ToAgent, FromPlayer {

    @Override
    public MessageType type() {
        return MessageType.ACK;
    }
}
