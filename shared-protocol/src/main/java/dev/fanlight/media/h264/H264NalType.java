package dev.fanlight.media.h264;

import java.nio.ByteBuffer;

/** nal_unit_type and nal_ref_idc of H.264 (table 7-1). Stateless, thread safe. */
public final class H264NalType {

    /** A slice of a picture that is no IDR picture. */
    public static final int SLICE = 1;

    /** A slice of an IDR picture. */
    public static final int IDR = 5;

    /** Supplemental enhancement information. */
    public static final int SEI = 6;

    /** Sequence parameter set. */
    public static final int SPS = 7;

    /** Picture parameter set. */
    public static final int PPS = 8;

    /** Access unit delimiter. */
    public static final int DELIMITER = 9;

    private H264NalType() {}

    /** The type, 0–31; 0 for an empty unit. */
    public static int of(ByteBuffer nal) {
        return nal.hasRemaining() ? nal.get(nal.position()) & 0x1F : 0;
    }

    /** Whether it is a slice or a slice data partition. */
    public static boolean isSlice(ByteBuffer nal) {
        int type = of(nal);
        return type >= SLICE && type <= IDR;
    }

    /** Whether no other picture refers to this one (nal_ref_idc 0). */
    public static boolean isDisposable(ByteBuffer nal) {
        return nal.hasRemaining() && (nal.get(nal.position()) & 0x60) == 0;
    }
}
