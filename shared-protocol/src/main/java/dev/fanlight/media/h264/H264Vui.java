package dev.fanlight.media.h264;

import dev.fanlight.media.bitstream.AspectRatio;
import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The video usability information of H.264 (§E.1.1) as far as it is of use here. Immutable. */
record H264Vui(AspectRatio sampleAspectRatio, OptionalDouble frameRate, OptionalInt maxReorderFrames) {

    static final H264Vui NONE = new H264Vui(AspectRatio.SQUARE, OptionalDouble.empty(), OptionalInt.empty());

    private static final int MAX_HRD_COUNT = 31;
    private static final int MAX_FRAMES = 16;

    static H264Vui read(BitReader in) throws BitstreamException {
        AspectRatio aspect = AspectRatio.readVui(in);
        if (in.flag()) {
            in.skip(1);
        }
        if (in.flag()) {
            in.skip(4);
            in.skip(in.flag() ? 24 : 0);
        }
        if (in.flag()) {
            in.unsignedGolomb();
            in.unsignedGolomb();
        }
        OptionalDouble rate = in.flag() ? frameRate(in) : OptionalDouble.empty();
        skipBufferModels(in);
        in.skip(1);
        return new H264Vui(aspect, rate, in.flag() ? reorderFrames(in) : OptionalInt.empty());
    }

    /** A tick is a field, so a frame takes two. */
    private static OptionalDouble frameRate(BitReader in) throws BitstreamException {
        long ticks = in.longBits(32);
        long scale = in.longBits(32);
        in.skip(1);
        return ticks > 0 && scale > 0 ? OptionalDouble.of(scale / (2.0 * ticks)) : OptionalDouble.empty();
    }

    private static void skipBufferModels(BitReader in) throws BitstreamException {
        boolean nal = in.flag();
        if (nal) {
            skipBufferModel(in);
        }
        boolean vcl = in.flag();
        if (vcl) {
            skipBufferModel(in);
        }
        in.skip(nal || vcl ? 1 : 0);
    }

    private static void skipBufferModel(BitReader in) throws BitstreamException {
        int count = in.unsignedGolomb(MAX_HRD_COUNT, "the number of buffer models") + 1;
        in.skip(8);
        for (int i = 0; i < count; i++) {
            in.unsignedGolomb();
            in.unsignedGolomb();
            in.skip(1);
        }
        in.skip(20);
    }

    private static OptionalInt reorderFrames(BitReader in) throws BitstreamException {
        in.skip(1);
        for (int i = 0; i < 4; i++) {
            in.unsignedGolomb();
        }
        return OptionalInt.of(in.unsignedGolomb(MAX_FRAMES, "the number of reordered frames"));
    }
}
