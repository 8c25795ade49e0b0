package dev.fanlight.media;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Access units of H.264 and H.265 in the form that travels: slices behind u32 lengths. Parameter sets are in the configuration
 * record; delimiters, fillers and SEI say nothing that a live viewer needs. Stateless, thread safe.
 */
public final class AvccPayload {

    private AvccPayload() {}

    /**
     * The access unit of {@code units}, with an empty payload when they hold no slice.
     *
     * @param units NAL units of one access unit; copied, not consumed
     * @param captureMicros decoding time, µs
     * @param offsetMicros presentation − decoding time, µs
     */
    public static AccessUnit of(NalCodec codec, List<ByteBuffer> units, long captureMicros, int offsetMicros) {
        List<ByteBuffer> slices = units.stream().filter(codec::isSlice).toList();
        Payload payload =
                Payload.filled(NalUnits.prefixedSize(slices), target -> NalUnits.writeLengthPrefixed(slices, target));
        boolean key = codec.randomAccess(slices).isKey();
        boolean disposable = !slices.isEmpty() && slices.stream().allMatch(codec::isDisposable);
        return new AccessUnit(MediaKind.VIDEO, key, disposable, captureMicros, offsetMicros, payload);
    }

    /**
     * The same access unit as Annex B: each NAL unit behind a start code of four bytes, in front of a key frame also the
     * parameter sets.
     *
     * @param parameterSets those of the track's configuration record; not consumed
     * @param payload NAL units behind u32 lengths; not consumed
     * @throws BitstreamException when a length does not fit
     */
    public static ByteBuffer toAnnexB(List<ByteBuffer> parameterSets, boolean key, ByteBuffer payload)
            throws BitstreamException {
        List<ByteBuffer> units = new ArrayList<>(key ? parameterSets : List.of());
        units.addAll(NalUnits.splitLengthPrefixed(payload));
        ByteBuffer stream = ByteBuffer.allocate(NalUnits.prefixedSize(units));
        NalUnits.writeAnnexB(units, stream);
        return stream.flip();
    }
}
