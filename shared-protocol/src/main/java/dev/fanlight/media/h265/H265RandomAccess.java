package dev.fanlight.media.h265;

import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.RandomAccess;
import dev.fanlight.media.bitstream.RecoveryPoint;
import dev.fanlight.media.bitstream.SeiMessages;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Where decoding of H.265 can start. Stateless, thread safe. */
public final class H265RandomAccess {

    private static final int HEADER_BYTES = 2;

    private H265RandomAccess() {}

    /** How well decoding can start at the access unit of these NAL units. */
    public static RandomAccess of(List<ByteBuffer> units) {
        if (units.stream().anyMatch(H265NalType::isIdr)) {
            return RandomAccess.CLOSED;
        }
        if (units.stream().anyMatch(H265NalType::isIrap)) {
            return RandomAccess.OPEN;
        }
        return recoveryPoint(units).isPresent() ? RandomAccess.RECOVERY_POINT : RandomAccess.NONE;
    }

    /** The recovery point that an access unit carries; what is no valid message is ignored, as the standard wants. */
    public static Optional<RecoveryPoint> recoveryPoint(List<ByteBuffer> units) {
        return units.stream()
                .filter(unit -> H265NalType.of(unit) == H265NalType.PREFIX_SEI)
                .flatMap(unit -> SeiMessages.find(unit, HEADER_BYTES, SeiMessages.RECOVERY_POINT).stream())
                .flatMap(in -> read(in).stream())
                .findFirst();
    }

    private static Optional<RecoveryPoint> read(BitReader in) {
        try {
            return Optional.of(new RecoveryPoint(in.signedGolomb(), in.flag(), in.flag()));
        } catch (BitstreamException e) {
            return Optional.empty();
        }
    }
}
