package dev.fanlight.media.bitstream;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Walks the SEI messages of one NAL unit (H.264 §7.3.2.3.1, H.265 §7.3.5). Stateless, thread safe. */
public final class SeiMessages {

    /** payloadType of a recovery point, the same in both codecs. */
    public static final int RECOVERY_POINT = 6;

    private static final int MORE = 0xFF;
    /** Sums of 0xFF bytes end here, so that they cannot overflow. */
    private static final int MAX_CODE = 1 << 24;

    private SeiMessages() {}

    /**
     * A reader at the first payload of a type, empty when the unit has none, or is cut off before it.
     *
     * @param nal an SEI NAL unit with its header; not consumed
     * @param headerBytes length of a NAL unit's header, 1 in H.264 and 2 in H.265
     */
    public static Optional<BitReader> find(ByteBuffer nal, int headerBytes, int type) {
        BitReader in = BitReader.ofRbsp(nal);
        try {
            in.skip(8 * headerBytes);
            // Each turn takes two bytes at least, so this ends with the unit.
            while (true) {
                int found = code(in);
                int size = code(in);
                if (found == type) {
                    return Optional.of(in);
                }
                in.skip(8 * size);
            }
        } catch (BitstreamException e) {
            return Optional.empty();
        }
    }

    private static int code(BitReader in) throws BitstreamException {
        int sum = 0;
        int next = in.bits(8);
        while (next == MORE && sum < MAX_CODE) {
            sum += MORE;
            next = in.bits(8);
        }
        return sum + next;
    }
}
