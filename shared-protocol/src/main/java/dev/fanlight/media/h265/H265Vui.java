package dev.fanlight.media.h265;

import dev.fanlight.media.bitstream.AspectRatio;
import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import java.util.OptionalDouble;

/** The video usability information of H.265 (§E.2.1) as far as it is of use here. Immutable. */
record H265Vui(AspectRatio sampleAspectRatio, OptionalDouble frameRate) {

    static final H265Vui NONE = new H265Vui(AspectRatio.SQUARE, OptionalDouble.empty());

    static H265Vui read(BitReader in) throws BitstreamException {
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
        in.skip(3);
        if (in.flag()) {
            for (int i = 0; i < 4; i++) {
                in.unsignedGolomb();
            }
        }
        return new H265Vui(aspect, in.flag() ? frameRate(in) : OptionalDouble.empty());
    }

    private static OptionalDouble frameRate(BitReader in) throws BitstreamException {
        long ticks = in.longBits(32);
        long scale = in.longBits(32);
        return ticks > 0 && scale > 0 ? OptionalDouble.of(scale / (double) ticks) : OptionalDouble.empty();
    }
}
