package dev.fanlight.media;

import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.DisplayOrientation;
import dev.fanlight.media.bitstream.RandomAccess;
import dev.fanlight.media.h265.H265NalType;
import dev.fanlight.media.h265.H265RandomAccess;
import dev.fanlight.media.h265.H265Sps;
import dev.fanlight.media.h265.H265Vps;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The NAL units of H.265. Immutable.
 *
 * @param subLayers temporal sub-layers of the stream, 1–7: only in the highest are frames without references disposable
 */
public record H265Nal(int subLayers) implements NalCodec {

    private static final int HEADER_BYTES = 2;

    private static final int MAX_PPS_ID = 63;

    @Override
    public boolean isSlice(ByteBuffer nal) {
        return H265NalType.isSlice(nal);
    }

    @Override
    public boolean isParameterSet(ByteBuffer nal) {
        int type = H265NalType.of(nal);
        return type >= H265NalType.VPS && type <= H265NalType.PPS;
    }

    @Override
    public boolean isDisposable(ByteBuffer slice) {
        return H265NalType.isSubLayerNonReference(slice) && H265NalType.temporalId(slice) == subLayers - 1;
    }

    @Override
    public RandomAccess randomAccess(List<ByteBuffer> units) {
        return H265RandomAccess.of(units);
    }

    @Override
    public Optional<DisplayOrientation> displayOrientation(List<ByteBuffer> units) {
        return units.stream()
                .filter(unit -> H265NalType.of(unit) == H265NalType.PREFIX_SEI)
                .flatMap(unit -> DisplayOrientation.find(unit, HEADER_BYTES).stream())
                .findFirst();
    }

    @Override
    public ParameterSetKey keyOf(ByteBuffer parameterSet) throws BitstreamException {
        int type = H265NalType.of(parameterSet);
        return new ParameterSetKey(
                type,
                switch (type) {
                    case H265NalType.VPS -> H265Vps.parse(parameterSet).id();
                    case H265NalType.SPS -> H265Sps.parse(parameterSet).id();
                    default -> pictureParameterSetId(parameterSet);
                });
    }

    @Override
    public NalConfig configOf(List<ByteBuffer> parameterSets) throws BitstreamException {
        return H265Config.of(parameterSets);
    }

    private static int pictureParameterSetId(ByteBuffer nal) throws BitstreamException {
        BitReader in = BitReader.ofRbsp(nal);
        in.skip(16);
        return in.unsignedGolomb(MAX_PPS_ID, "the id of a picture parameter set");
    }
}
