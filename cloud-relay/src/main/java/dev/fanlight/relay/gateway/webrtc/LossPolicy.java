package dev.fanlight.relay.gateway.webrtc;

import java.util.OptionalInt;

/**
 * Decides when a way loses so much that more packets only make it worse: then nothing is sent up to the next key frame. Browsers report whenever they miss
 * something, so that single reports say too much; they are weighed by the packets that they are about. Not thread safe.
 */
final class LossPolicy {

    /** Packets that are lost, in 256ths, from which on it is heavy: a quarter. */
    static final int HEAVY = 64;

    /** Packets over which losses are counted. */
    static final int WINDOW = 200;

    private OptionalInt newest = OptionalInt.empty();
    private int packets;
    private long lost;

    /**
     * A report has come.
     *
     * @param lost256ths of the packets since the one before
     * @param newestPacket its number
     * @return whether to skip to the next key frame
     */
    boolean reported(int lost256ths, int newestPacket) {
        int since = newest.isPresent() ? Math.max(0, newestPacket - newest.getAsInt()) : 0;
        newest = OptionalInt.of(newestPacket);
        packets += since;
        lost += (long) lost256ths * since;
        if (packets < WINDOW) {
            return false;
        }
        boolean heavy = lost >= (long) HEAVY * packets;
        packets = 0;
        lost = 0;
        return heavy;
    }
}
