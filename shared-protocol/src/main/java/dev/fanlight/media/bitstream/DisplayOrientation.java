package dev.fanlight.media.bitstream;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The display orientation SEI message (H.264 §D.2.26, H.265 §D.3.17), in quarter turns. Immutable.
 *
 * @param rotation degrees to turn a frame clockwise after it is mirrored: 0, 90, 180 or 270
 * @param mirrored whether it is to be mirrored left to right
 */
public record DisplayOrientation(int rotation, boolean mirrored) {

    /** payloadType, the same in both codecs. */
    private static final int TYPE = 47;

    private static final int FULL_TURN = 1 << 16;
    private static final int QUARTERS = 4;
    private static final int QUARTER = 90;

    /**
     * The message of an SEI unit; empty when it has none, or a broken one. A message that cancels the one before is the orientation
     * in which frames are stored.
     *
     * @param sei NAL unit with its header; not consumed
     * @param headerBytes length of a NAL unit's header, 1 in H.264 and 2 in H.265
     */
    public static Optional<DisplayOrientation> find(ByteBuffer sei, int headerBytes) {
        return SeiMessages.find(sei, headerBytes, TYPE).flatMap(DisplayOrientation::read);
    }

    private static Optional<DisplayOrientation> read(BitReader in) {
        try {
            if (in.flag()) {
                return Optional.of(new DisplayOrientation(0, false));
            }
            boolean horizontal = in.flag();
            boolean vertical = in.flag();
            int counterclockwise = Math.round((float) in.bits(16) * QUARTERS / FULL_TURN);
            // Upside down is mirrored left to right and turned by half.
            int clockwise = QUARTERS - counterclockwise + (vertical ? QUARTERS / 2 : 0);
            return Optional.of(new DisplayOrientation(clockwise % QUARTERS * QUARTER, horizontal != vertical));
        } catch (BitstreamException e) {
            return Optional.empty();
        }
    }
}
