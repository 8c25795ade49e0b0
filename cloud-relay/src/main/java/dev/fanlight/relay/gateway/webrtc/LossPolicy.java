package dev.fanlight.relay.gateway.webrtc;

/**
 * Decides when a way loses so much that more packets only make it worse: then nothing is sent up to the next key frame. Loop only.
 */
final class LossPolicy {

    /** Packets of a report that are lost, in 256ths, from which on it is heavy: a quarter. */
    static final int HEAVY = 64;

    /** Heavy reports in a row until it skips; browsers send one a second. */
    static final int REPORTS = 2;

    private int heavy;

    /** A report has come; returns whether to skip to the next key frame. */
    boolean reported(int lost256ths) {
        heavy = lost256ths >= HEAVY ? heavy + 1 : 0;
        if (heavy < REPORTS) {
            return false;
        }
        heavy = 0;
        return true;
    }
}
