package dev.fanlight.media.h265;

import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;

/** Walks a sequence parameter set in the order of H.265 §7.3.2.2.1. One use each; not thread safe. */
final class H265SpsReader {

    private static final int MAX_DIMENSION = 16_384;
    private static final int MAX_DPB = 16;
    private static final int MAX_LONG_TERM = 32;
    private static final int MAX_ID = 15;

    private final BitReader in;

    H265SpsReader(BitReader in) {
        this.in = in;
    }

    H265Sps read() throws BitstreamException {
        in.skip(16 + 4);
        int subLayers = in.bits(3) + 1;
        if (subLayers > H265Sps.MAX_SUB_LAYERS) {
            throw new BitstreamException("more than 7 temporal sub-layers");
        }
        boolean nested = in.flag();
        ProfileTierLevel profile = ProfileTierLevel.read(in, subLayers);
        int id = in.unsignedGolomb(MAX_ID, "the id of a sequence parameter set");
        int chromaFormat = in.unsignedGolomb(3, "the chroma format");
        boolean separatePlanes = chromaFormat == 3 && in.flag();
        int width = in.unsignedGolomb(MAX_DIMENSION, "the width");
        int height = in.unsignedGolomb(MAX_DIMENSION, "the height");
        if (in.flag()) {
            int format = separatePlanes ? 0 : chromaFormat;
            width -= cropped(format == 1 || format == 2 ? 2 : 1);
            height -= cropped(format == 1 ? 2 : 1);
        }
        if (width < 1 || height < 1) {
            throw new BitstreamException("nothing is left of the picture after cropping");
        }
        int lumaBits = 8 + in.unsignedGolomb(8, "the bit depth");
        int chromaBits = 8 + in.unsignedGolomb(8, "the bit depth");
        int orderBits = 4 + in.unsignedGolomb(12, "the length of the picture order count");
        int reorder = reorderFrames(subLayers);
        skipCoding();
        H265ReferenceSets.skip(in);
        skipLongTerm(orderBits);
        in.skip(2);
        H265Vui vui = in.flag() ? H265Vui.read(in) : H265Vui.NONE;
        return new H265Sps(
                profile,
                id,
                subLayers,
                nested,
                chromaFormat,
                lumaBits,
                chromaBits,
                width,
                height,
                reorder,
                vui.sampleAspectRatio(),
                vui.frameRate());
    }

    private int cropped(int unit) throws BitstreamException {
        int before = in.unsignedGolomb(MAX_DIMENSION, "cropping");
        return unit * (before + in.unsignedGolomb(MAX_DIMENSION, "cropping"));
    }

    /** Of the highest sub-layer, which comes last. */
    private int reorderFrames(int subLayers) throws BitstreamException {
        int times = in.flag() ? subLayers : 1;
        int reorder = 0;
        for (int i = 0; i < times; i++) {
            in.unsignedGolomb(MAX_DPB, "the size of the picture buffer");
            reorder = in.unsignedGolomb(MAX_DPB, "the number of reordered frames");
            in.unsignedGolomb();
        }
        return reorder;
    }

    /** Block sizes, scaling lists, PCM. */
    private void skipCoding() throws BitstreamException {
        for (int i = 0; i < 6; i++) {
            in.unsignedGolomb();
        }
        boolean scaled = in.flag();
        if (scaled && in.flag()) {
            skipScalingLists();
        }
        in.skip(2);
        if (in.flag()) {
            in.skip(8);
            in.unsignedGolomb();
            in.unsignedGolomb();
            in.skip(1);
        }
    }

    private void skipScalingLists() throws BitstreamException {
        for (int size = 0; size < 4; size++) {
            for (int matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
                if (in.flag()) {
                    skipScalingList(size);
                } else {
                    in.unsignedGolomb();
                }
            }
        }
    }

    private void skipScalingList(int size) throws BitstreamException {
        int coefficients = Math.min(64, 1 << (4 + 2 * size)) + (size > 1 ? 1 : 0);
        for (int i = 0; i < coefficients; i++) {
            in.signedGolomb();
        }
    }

    private void skipLongTerm(int orderBits) throws BitstreamException {
        if (in.flag()) {
            int count = in.unsignedGolomb(MAX_LONG_TERM, "the number of long-term references");
            in.skip(count * (orderBits + 1));
        }
    }
}
