package dev.fanlight.protocol;

/**
 * The answer to {@link TimeRequest}; offset = ((t1−t0)+(t2−t3))/2 with the time of arrival t3.
 *
 * @param t0 the requester’s clock when it sent the request, µs
 * @param t1 the responder’s clock when the request arrived, µs
 * @param t2 the responder’s clock when the reply was sent, µs
 */
public record TimeReply(long t0, long t1, long t2) implements FromAgent, ToAgent, ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.TIME_REPLY;
    }
}
