package dev.fanlight.agent.media;

import dev.fanlight.media.h264.NalUnits;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The slices of one picture, ready to travel: parameter sets are in the track’s configuration; delimiters, fillers and SEI
 * say nothing a live viewer needs. Stateless, thread safe.
 */
public final class AvccPayload {

    private AvccPayload() {}

    /** The access unit of {@code units}, empty payload when they hold no picture. */
    public static AccessUnit of(List<ByteBuffer> units, long captureMicros, int offsetMicros) {
        List<ByteBuffer> slices = units.stream().filter(AvccPayload::isSlice).toList();
        ByteBuffer payload = ByteBuffer.allocate(NalUnits.lengthPrefixedSize(slices));
        NalUnits.writeLengthPrefixed(slices, payload);
        boolean key = slices.stream().anyMatch(unit -> NalUnits.type(unit) == NalUnits.IDR);
        boolean disposable = !slices.isEmpty() && slices.stream().allMatch(NalUnits::isDisposable);
        return new AccessUnit(payload.array(), key, disposable, captureMicros, offsetMicros);
    }

    private static boolean isSlice(ByteBuffer unit) {
        int type = NalUnits.type(unit);
        return type >= NalUnits.SLICE && type <= NalUnits.IDR;
    }
}
