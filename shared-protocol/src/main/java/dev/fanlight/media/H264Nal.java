package dev.fanlight.media;

import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.DisplayOrientation;
import dev.fanlight.media.bitstream.RandomAccess;
import dev.fanlight.media.h264.H264NalType;
import dev.fanlight.media.h264.H264RandomAccess;
import dev.fanlight.media.h264.H264Sps;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The NAL units of H.264. Immutable. */
public record H264Nal() implements NalCodec {

    private static final int HEADER_BYTES = 1;

    private static final int MAX_PPS_ID = 255;

    @Override
    public boolean isSlice(ByteBuffer nal) {
        return H264NalType.isSlice(nal);
    }

    @Override
    public boolean isParameterSet(ByteBuffer nal) {
        int type = H264NalType.of(nal);
        return type == H264NalType.SPS || type == H264NalType.PPS;
    }

    @Override
    public boolean isDisposable(ByteBuffer slice) {
        return H264NalType.isDisposable(slice);
    }

    @Override
    public RandomAccess randomAccess(List<ByteBuffer> units) {
        return H264RandomAccess.of(units);
    }

    @Override
    public Optional<DisplayOrientation> displayOrientation(List<ByteBuffer> units) {
        return units.stream()
                .filter(unit -> H264NalType.of(unit) == H264NalType.SEI)
                .flatMap(unit -> DisplayOrientation.find(unit, HEADER_BYTES).stream())
                .findFirst();
    }

    @Override
    public ParameterSetKey keyOf(ByteBuffer parameterSet) throws BitstreamException {
        int type = H264NalType.of(parameterSet);
        if (type == H264NalType.SPS) {
            return new ParameterSetKey(type, H264Sps.parse(parameterSet).id());
        }
        BitReader in = BitReader.ofRbsp(parameterSet);
        in.skip(8);
        return new ParameterSetKey(type, in.unsignedGolomb(MAX_PPS_ID, "the id of a picture parameter set"));
    }

    @Override
    public NalConfig configOf(List<ByteBuffer> parameterSets) throws BitstreamException {
        return H264Config.of(parameterSets);
    }
}
