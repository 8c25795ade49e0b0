package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.json.Members;

/** The members that {@code challenge} and {@code rotate_key} have in common. */
final class ChallengeMembers {

    private static final int NONCE_BYTES = 32;

    private ChallengeMembers() {}

    static byte[] nonce(Members members) throws ProtocolException {
        byte[] nonce = members.bytes("nonce", NONCE_BYTES);
        if (nonce.length != NONCE_BYTES) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "\"nonce\" must be 32 bytes");
        }
        return nonce;
    }

    static long seconds(Members members) throws ProtocolException {
        return members.longIn("time", 0, WireLimits.MAX_TIME_MICROS);
    }
}
