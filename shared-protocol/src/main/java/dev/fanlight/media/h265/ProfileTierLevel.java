package dev.fanlight.media.h265;

import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import java.util.Locale;

/**
 * The general part of profile_tier_level() (H.265 §7.3.3), which is also that of {@code hvcC}. Immutable.
 *
 * @param space general_profile_space, 0–3
 * @param high whether the tier is High, not Main
 * @param profile general_profile_idc, 0–31
 * @param compatibility general_profile_compatibility_flags, flag 0 in the highest bit
 * @param constraints the 48 bits of constraint flags
 * @param level general_level_idc, 30 times the level
 */
public record ProfileTierLevel(int space, boolean high, int profile, int compatibility, long constraints, int level) {

    private static final int SUB_LAYERS = 8;
    private static final int CONSTRAINT_BYTES = 6;

    /** Reads profile_tier_level(1, subLayers − 1); what sub-layers add is skipped. */
    static ProfileTierLevel read(BitReader in, int subLayers) throws BitstreamException {
        ProfileTierLevel general =
                new ProfileTierLevel(in.bits(2), in.flag(), in.bits(5), in.bits(32), in.longBits(48), in.bits(8));
        boolean[] profiles = new boolean[SUB_LAYERS];
        boolean[] levels = new boolean[SUB_LAYERS];
        for (int i = 0; i < subLayers - 1; i++) {
            profiles[i] = in.flag();
            levels[i] = in.flag();
        }
        if (subLayers > 1) {
            in.skip(2 * (SUB_LAYERS + 1 - subLayers));
        }
        for (int i = 0; i < subLayers - 1; i++) {
            in.skip((profiles[i] ? 88 : 0) + (levels[i] ? 8 : 0));
        }
        return general;
    }

    /** The codec string of ISO/IEC 14496-15 §E.3, for example {@code hvc1.1.6.L93.B0}. */
    public String codec() {
        StringBuilder text = new StringBuilder("hvc1.");
        if (space > 0) {
            text.append((char) ('A' + space - 1));
        }
        text.append(profile)
                .append('.')
                .append(Integer.toHexString(Integer.reverse(compatibility)).toUpperCase(Locale.ROOT))
                .append(high ? ".H" : ".L")
                .append(level);
        for (int i = 0; i < usedConstraintBytes(); i++) {
            text.append(String.format(Locale.ROOT, ".%X", (constraints >> (8 * (CONSTRAINT_BYTES - 1 - i))) & 0xFF));
        }
        return text.toString();
    }

    /** Zero bytes at the end are not written. */
    private int usedConstraintBytes() {
        return constraints == 0 ? 0 : CONSTRAINT_BYTES - Long.numberOfTrailingZeros(constraints) / 8;
    }
}
