package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;
import java.util.Arrays;

/**
 * Asks the device for a new key; answered by {@link NewKey}.
 *
 * @param nonce 32 random bytes, valid once
 * @param time the relay’s clock, seconds since 1970
 */
public record RotateKey(byte[] nonce, long time) implements ToAgent {

    @Override
    public boolean equals(Object other) {
        return other instanceof RotateKey that && Arrays.equals(nonce, that.nonce) && time == that.time;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nonce);
    }

    /** Omits the nonce, which must not be logged. */
    @Override
    public String toString() {
        return "RotateKey[time=" + time + "]";
    }

    @Override
    public MessageType type() {
        return MessageType.ROTATE_KEY;
    }
}
