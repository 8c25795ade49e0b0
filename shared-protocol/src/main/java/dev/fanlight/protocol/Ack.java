package dev.fanlight.protocol;

/**
 * The newest access unit of a track that has arrived; from the receiver of media to its sender.
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
