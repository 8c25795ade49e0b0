package dev.fanlight.protocol;

/**
 * Asks for the peer’s clock; answered by {@link TimeReply}.
 *
 * @param t0 the requester’s clock, µs
 */
public record TimeRequest(long t0) implements FromAgent, ToAgent, FromPlayer {

    @Override
    public MessageType type() {
        return MessageType.TIME_REQUEST;
    }
}
