package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;
import java.util.Arrays;

/**
 * First message on an agent socket; answered by {@link Authenticate}, {@link Join} or {@link Enroll} within 5 s.
 *
 * @param relay the relay’s name
 * @param nonce 32 random bytes, valid once
 * @param time the relay’s clock, seconds since 1970
 */
public record Challenge(String relay, byte[] nonce, long time) implements ToAgent {

    @Override
    public boolean equals(Object other) {
        return other instanceof Challenge that
                && relay.equals(that.relay)
                && Arrays.equals(nonce, that.nonce)
                && time == that.time;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nonce);
    }

    /** Omits the nonce, which must not be logged. */
    @Override
    public String toString() {
        return "Challenge[relay=" + relay + ", time=" + time + "]";
    }

    @Override
    public MessageType type() {
        return MessageType.CHALLENGE;
    }
}
