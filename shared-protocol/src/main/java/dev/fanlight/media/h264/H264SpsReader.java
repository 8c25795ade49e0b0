package dev.fanlight.media.h264;

import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.h264.H264Sps.Sampling;
import java.util.Set;

/** Walks a sequence parameter set in the order of H.264 §7.3.2.1.1. One use each; not thread safe. */
final class H264SpsReader {

    private static final Set<Integer> PROFILES_WITH_CHROMA =
            Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);
    private static final int MAX_DIMENSION = 16_384;
    private static final int MAX_ID = 31;

    private final BitReader in;
    private boolean separatePlanes;

    H264SpsReader(BitReader in) {
        this.in = in;
    }

    H264Sps read() throws BitstreamException {
        in.skip(8);
        int profile = in.bits(8);
        int constraints = in.bits(8);
        int level = in.bits(8);
        int id = in.unsignedGolomb(MAX_ID, "the id of a sequence parameter set");
        Sampling sampling = PROFILES_WITH_CHROMA.contains(profile) ? sampling() : Sampling.YUV420_8;
        in.unsignedGolomb();
        int orderType = pictureOrder();
        in.unsignedGolomb();
        in.skip(1);
        int widthInMacroblocks = in.unsignedGolomb() + 1;
        int heightInMapUnits = in.unsignedGolomb() + 1;
        boolean framesOnly = in.flag();
        in.skip(framesOnly ? 1 : 2);
        int fieldFactor = framesOnly ? 1 : 2;
        int width = bounded(widthInMacroblocks, 16);
        int height = bounded(heightInMapUnits, 16 * fieldFactor);
        if (in.flag()) {
            int format = separatePlanes ? 0 : sampling.chromaFormat();
            width -= cropped(format == 1 || format == 2 ? 2 : 1);
            height -= cropped((format == 1 ? 2 : 1) * fieldFactor);
        }
        if (width < 1 || height < 1) {
            throw new BitstreamException("nothing is left of the picture after cropping");
        }
        H264Vui vui = in.flag() ? H264Vui.read(in) : H264Vui.NONE;
        return new H264Sps(
                profile,
                constraints,
                level,
                id,
                sampling,
                width,
                height,
                orderType,
                vui.sampleAspectRatio(),
                vui.frameRate(),
                vui.maxReorderFrames());
    }

    private static int bounded(int units, int size) throws BitstreamException {
        if (units < 1 || units > MAX_DIMENSION / size) {
            throw new BitstreamException("the picture is larger than 16384 pixels");
        }
        return units * size;
    }

    private int cropped(int unit) throws BitstreamException {
        int before = in.unsignedGolomb(MAX_DIMENSION, "cropping");
        return unit * (before + in.unsignedGolomb(MAX_DIMENSION, "cropping"));
    }

    private Sampling sampling() throws BitstreamException {
        int chromaFormat = in.unsignedGolomb(3, "the chroma format");
        separatePlanes = chromaFormat == 3 && in.flag();
        int lumaBits = 8 + in.unsignedGolomb(6, "the bit depth");
        int chromaBits = 8 + in.unsignedGolomb(6, "the bit depth");
        in.skip(1);
        if (in.flag()) {
            int lists = chromaFormat == 3 ? 12 : 8;
            for (int i = 0; i < lists; i++) {
                if (in.flag()) {
                    skipScalingList(i < 6 ? 16 : 64);
                }
            }
        }
        return new Sampling(chromaFormat, lumaBits, chromaBits);
    }

    private void skipScalingList(int size) throws BitstreamException {
        int last = 8;
        int next = 8;
        for (int i = 0; i < size && next != 0; i++) {
            next = Math.floorMod(last + in.signedGolomb(), 256);
            last = next == 0 ? last : next;
        }
    }

    private int pictureOrder() throws BitstreamException {
        int type = in.unsignedGolomb(2, "the kind of picture order");
        if (type == 0) {
            in.unsignedGolomb();
        }
        if (type == 1) {
            in.skip(1);
            in.signedGolomb();
            in.signedGolomb();
            int cycle = in.unsignedGolomb(255, "the picture order cycle");
            for (int i = 0; i < cycle; i++) {
                in.signedGolomb();
            }
        }
        return type;
    }
}
