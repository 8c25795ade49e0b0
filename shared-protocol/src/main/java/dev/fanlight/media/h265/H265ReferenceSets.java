package dev.fanlight.media.h265;

import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;

/** Walks over the short-term reference picture sets of an SPS (H.265 §7.3.7), which have no length. Stateless. */
final class H265ReferenceSets {

    private static final int MAX_SETS = 64;
    private static final int MAX_PICTURES = 16;

    private H265ReferenceSets() {}

    static void skip(BitReader in) throws BitstreamException {
        int sets = in.unsignedGolomb(MAX_SETS, "the number of reference picture sets");
        int pictures = 0;
        for (int i = 0; i < sets; i++) {
            boolean predicted = i > 0 && in.flag();
            pictures = predicted ? skipPredicted(in, pictures) : skipListed(in);
        }
    }

    /** Returns how many pictures the set has; {@code before} is how many the one it is predicted from has. */
    private static int skipPredicted(BitReader in, int before) throws BitstreamException {
        in.skip(1);
        in.unsignedGolomb();
        int pictures = 0;
        for (int i = 0; i <= before; i++) {
            boolean used = in.flag();
            if (used || in.flag()) {
                pictures++;
            }
        }
        return pictures;
    }

    private static int skipListed(BitReader in) throws BitstreamException {
        int pictures = in.unsignedGolomb(MAX_PICTURES, "the number of reference pictures");
        pictures += in.unsignedGolomb(MAX_PICTURES, "the number of reference pictures");
        for (int i = 0; i < pictures; i++) {
            in.unsignedGolomb();
            in.skip(1);
        }
        return pictures;
    }
}
