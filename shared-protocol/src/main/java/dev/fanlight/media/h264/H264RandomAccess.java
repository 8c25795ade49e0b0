package dev.fanlight.media.h264;

import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.RandomAccess;
import dev.fanlight.media.bitstream.RecoveryPoint;
import dev.fanlight.media.bitstream.SeiMessages;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Where decoding of H.264 can start. Stateless, thread safe. */
public final class H264RandomAccess {

    private static final int HEADER_BYTES = 1;
    private static final int MAX_FRAME_COUNT = 1 << 16;

    private H264RandomAccess() {}

    /** How well decoding can start at the access unit of these NAL units. */
    public static RandomAccess of(List<ByteBuffer> units) {
        if (units.stream().anyMatch(unit -> H264NalType.of(unit) == H264NalType.IDR)) {
            return RandomAccess.CLOSED;
        }
        return recoveryPoint(units).isPresent() ? RandomAccess.RECOVERY_POINT : RandomAccess.NONE;
    }

    /** The recovery point that an access unit carries; what is no valid message is ignored, as the standard wants. */
    public static Optional<RecoveryPoint> recoveryPoint(List<ByteBuffer> units) {
        return units.stream()
                .filter(unit -> H264NalType.of(unit) == H264NalType.SEI)
                .flatMap(unit -> SeiMessages.find(unit, HEADER_BYTES, SeiMessages.RECOVERY_POINT).stream())
                .flatMap(in -> read(in).stream())
                .findFirst();
    }

    private static Optional<RecoveryPoint> read(BitReader in) {
        try {
            int frames = in.unsignedGolomb(MAX_FRAME_COUNT, "the recovery frame count");
            return Optional.of(new RecoveryPoint(frames, in.flag(), in.flag()));
        } catch (BitstreamException e) {
            return Optional.empty();
        }
    }
}
