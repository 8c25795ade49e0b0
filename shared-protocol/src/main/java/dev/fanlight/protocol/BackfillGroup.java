package dev.fanlight.protocol;

import dev.fanlight.media.MediaHeader;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a recording lacks and the agent has kept: access units from a key frame up to the next one, with their sound ({@code docs/protocol.md}
 * §2). Its number is the epoch of its tracks and units. Immutable, as long as nobody writes to the payloads.
 *
 * @param endMicros capture time at which its last frame ends, after that of all its frames of video
 * @param tracks what the units belong to
 * @param units in the order in which they were made, with sequence numbers from 0 for each track
 */
public record BackfillGroup(long endMicros, Tracks tracks, List<Unit> units) {

    /** Pieces of groups travel as data of this track; its acknowledgements are of groups. */
    public static final int TRACK = 255;

    /** Most bytes of a piece without its header: live media waits no longer than for one of them. */
    public static final int PIECE_BYTES = 16 * 1024;

    /** Most bytes of a group: one that is larger is a hole for ever. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    /**
     * One access unit.
     *
     * @param header of the epoch of the group
     * @param payload its bytes, from position to limit
     */
    public record Unit(MediaHeader header, ByteBuffer payload) {}

    public BackfillGroup {
        units = List.copyOf(units);
    }
}
