package dev.fanlight.protocol;

/**
 * “What time is it with you?”; answered by {@link TimeReply}.
 *
 * @param t0 the asker’s clock, µs
 */
public record TimeRequest(long t0) implements FromAgent, ToAgent, FromPlayer {

    @Override
    public MessageType type() {
        return MessageType.TIME_REQUEST;
    }
}
