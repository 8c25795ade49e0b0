package dev.fanlight.media.h265;

import java.nio.ByteBuffer;

/** nal_unit_type and TemporalId of H.265 (§7.3.1.2, table 7-1). Stateless, thread safe. */
public final class H265NalType {

    /** First type of an intra random access point (BLA_W_LP). */
    public static final int FIRST_IRAP = 16;

    /** IDR with leading pictures that can be decoded. */
    public static final int IDR_W_RADL = 19;

    /** IDR without leading pictures. */
    public static final int IDR_N_LP = 20;

    /** Clean random access. */
    public static final int CRA = 21;

    /** Last type of an intra random access point, reserved. */
    public static final int LAST_IRAP = 23;

    /** Video parameter set. */
    public static final int VPS = 32;

    /** Sequence parameter set. */
    public static final int SPS = 33;

    /** Picture parameter set. */
    public static final int PPS = 34;

    /** Access unit delimiter. */
    public static final int DELIMITER = 35;

    /** Supplemental enhancement information in front of the slices. */
    public static final int PREFIX_SEI = 39;

    private static final int LAST_SLICE = 31;
    private static final int LAST_NON_REFERENCE = 14;
    private static final int NONE = 63;

    private H265NalType() {}

    /** The type, 0–63; 63 (unspecified) for a unit that is shorter than its header. */
    public static int of(ByteBuffer nal) {
        return nal.remaining() < 2 ? NONE : nal.get(nal.position()) >> 1 & 0x3F;
    }

    /** TemporalId, 0–6; −1 where the header is broken. */
    public static int temporalId(ByteBuffer nal) {
        return nal.remaining() < 2 ? -1 : (nal.get(nal.position() + 1) & 7) - 1;
    }

    /** Whether it is a slice segment. */
    public static boolean isSlice(ByteBuffer nal) {
        return of(nal) <= LAST_SLICE;
    }

    /** Whether it belongs to an intra random access point picture. */
    public static boolean isIrap(ByteBuffer nal) {
        int type = of(nal);
        return type >= FIRST_IRAP && type <= LAST_IRAP;
    }

    /** Whether it belongs to an IDR picture. */
    public static boolean isIdr(ByteBuffer nal) {
        int type = of(nal);
        return type == IDR_W_RADL || type == IDR_N_LP;
    }

    /** Whether no picture of the same temporal sub-layer refers to its picture; those of higher sub-layers still may. */
    public static boolean isSubLayerNonReference(ByteBuffer nal) {
        int type = of(nal);
        return type <= LAST_NON_REFERENCE && type % 2 == 0;
    }
}
