package dev.fanlight.media.h265;

import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;

/** Walks over the short-term reference picture sets of an SPS (H.265 §7.3.7), which have no length. Stateless. */
final class H265ReferenceSets {

    private static final int MAX_SETS = 64;
    private static final int MAX_REFERENCES = 16;

    private H265ReferenceSets() {}

    static void skip(BitReader in) throws BitstreamException {
        int sets = in.unsignedGolomb(MAX_SETS, "the number of reference picture sets");
        int references = 0;
        for (int i = 0; i < sets; i++) {
            boolean predicted = i > 0 && in.flag();
            references = predicted ? skipPredicted(in, references) : skipListed(in);
        }
    }

    /** Returns how many references the set has; {@code before} is how many the one it is predicted from has. */
    private static int skipPredicted(BitReader in, int before) throws BitstreamException {
        in.skip(1);
        in.unsignedGolomb();
        int references = 0;
        for (int i = 0; i <= before; i++) {
            boolean used = in.flag();
            if (used || in.flag()) {
                references++;
            }
        }
        return references;
    }

    private static int skipListed(BitReader in) throws BitstreamException {
        int references = in.unsignedGolomb(MAX_REFERENCES, "the number of reference pictures");
        references += in.unsignedGolomb(MAX_REFERENCES, "the number of reference pictures");
        for (int i = 0; i < references; i++) {
            in.unsignedGolomb();
            in.skip(1);
        }
        return references;
    }
}
