package dev.fanlight.protocol;

/**
 * The answer to {@link TimeRequest}; offset = ((t1−t0)+(t2−t3))/2 with the arrival t3.
 *
 * @param t0 the asker’s clock when it asked, µs
 * @param t1 the answerer’s clock when the question came, µs
 * @param t2 the answerer’s clock when the answer left, µs
 */
public record TimeReply(long t0, long t1, long t2) implements FromAgent, ToAgent, ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.TIME_REPLY;
    }
}
