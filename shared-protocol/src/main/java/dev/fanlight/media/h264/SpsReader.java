package dev.fanlight.media.h264;

import java.util.OptionalInt;
import java.util.Set;

/** Walks a sequence parameter set in the order of H.264 §7.3.2.1.1 and §E.1.1. One use each; not thread safe. */
final class SpsReader {

    private static final Set<Integer> PROFILES_WITH_CHROMA =
            Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);
    private static final int EXTENDED_SAR = 255;
    private static final int MAX_DIMENSION = 16_384;

    private final BitReader in;
    private int chromaFormat = 1;

    SpsReader(BitReader in) {
        this.in = in;
    }

    SequenceParameterSet read() throws BitstreamException {
        in.bits(8);
        int profile = in.bits(8);
        int constraints = in.bits(8);
        int level = in.bits(8);
        in.unsignedGolomb();
        if (PROFILES_WITH_CHROMA.contains(profile)) {
            chroma();
        }
        in.unsignedGolomb();
        int orderType = pictureOrder();
        in.unsignedGolomb();
        in.flag();
        int widthInMacroblocks = in.unsignedGolomb() + 1;
        int heightInMapUnits = in.unsignedGolomb() + 1;
        boolean framesOnly = in.flag();
        if (!framesOnly) {
            in.flag();
        }
        in.flag();
        int fieldFactor = framesOnly ? 1 : 2;
        int width = bounded(widthInMacroblocks, 16);
        int height = bounded(heightInMapUnits, 16 * fieldFactor);
        if (in.flag()) {
            int cropX = chromaFormat == 1 || chromaFormat == 2 ? 2 : 1;
            int cropY = (chromaFormat == 1 ? 2 : 1) * fieldFactor;
            width -= cropX * (in.unsignedGolomb() + in.unsignedGolomb());
            height -= cropY * (in.unsignedGolomb() + in.unsignedGolomb());
        }
        if (width < 1 || height < 1) {
            throw new BitstreamException("nothing is left of the picture after cropping");
        }
        OptionalInt reorder = in.flag() ? reorderFrames() : OptionalInt.empty();
        return new SequenceParameterSet(profile, constraints, level, width, height, orderType, reorder);
    }

    private static int bounded(int units, int size) throws BitstreamException {
        if (units < 1 || units > MAX_DIMENSION / size) {
            throw new BitstreamException("the picture is larger than 16384 pixels");
        }
        return units * size;
    }

    private void chroma() throws BitstreamException {
        chromaFormat = in.unsignedGolomb();
        if (chromaFormat == 3) {
            in.flag();
        }
        in.unsignedGolomb();
        in.unsignedGolomb();
        in.flag();
        if (in.flag()) {
            int lists = chromaFormat == 3 ? 12 : 8;
            for (int i = 0; i < lists; i++) {
                if (in.flag()) {
                    skipScalingList(i < 6 ? 16 : 64);
                }
            }
        }
    }

    private void skipScalingList(int size) throws BitstreamException {
        int last = 8;
        int next = 8;
        for (int i = 0; i < size && next != 0; i++) {
            next = (last + in.signedGolomb() + 256) % 256;
            last = next == 0 ? last : next;
        }
    }

    private int pictureOrder() throws BitstreamException {
        int type = in.unsignedGolomb();
        if (type == 0) {
            in.unsignedGolomb();
        } else if (type == 1) {
            in.flag();
            in.signedGolomb();
            in.signedGolomb();
            int cycle = in.unsignedGolomb();
            for (int i = 0; i < Math.min(cycle, 255); i++) {
                in.signedGolomb();
            }
        } else if (type > 2) {
            throw new BitstreamException("unknown kind of picture order");
        }
        return type;
    }

    private OptionalInt reorderFrames() throws BitstreamException {
        if (in.flag() && in.bits(8) == EXTENDED_SAR) {
            in.bits(32);
        }
        if (in.flag()) {
            in.flag();
        }
        if (in.flag()) {
            in.bits(4);
            if (in.flag()) {
                in.bits(24);
            }
        }
        if (in.flag()) {
            in.unsignedGolomb();
            in.unsignedGolomb();
        }
        if (in.flag()) {
            in.bits(32);
            in.bits(32);
            in.flag();
        }
        boolean nalHrd = in.flag();
        if (nalHrd) {
            skipHrd();
        }
        boolean vclHrd = in.flag();
        if (vclHrd) {
            skipHrd();
        }
        if (nalHrd || vclHrd) {
            in.flag();
        }
        in.flag();
        if (!in.flag()) {
            return OptionalInt.empty();
        }
        in.flag();
        for (int i = 0; i < 4; i++) {
            in.unsignedGolomb();
        }
        return OptionalInt.of(in.unsignedGolomb());
    }

    private void skipHrd() throws BitstreamException {
        int count = in.unsignedGolomb() + 1;
        in.bits(8);
        for (int i = 0; i < Math.min(count, 32); i++) {
            in.unsignedGolomb();
            in.unsignedGolomb();
            in.flag();
        }
        in.bits(20);
    }
}
