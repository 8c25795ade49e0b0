package dev.fanlight.agent.source.camera;

import java.util.Set;

/** What the agent does with frames of a camera’s format. */
public enum FormatUse {
    /** It is H.264 already. */
    AS_IT_IS("sent as it is"),
    /** It is compressed otherwise. */
    DECODED("decode + encode"),
    /** It is not compressed. */
    ENCODED("encode"),
    /** FFmpeg does not read it. */
    NONE("not used");

    private static final Set<String> COMPRESSED = Set.of("MJPG", "JPEG");

    /** Pixel formats that FFmpeg reads from V4L2 (libavdevice/v4l2-common.c). */
    private static final Set<String> PIXELS = Set.of(
            "YUYV", "UYVY", "YU12", "YV12", "422P", "411P", "YUV9", "YVU9", "NV12", "RGB3", "BGR3", "RGBP", "RGBR",
            "RGBO", "RGBQ", "BGR4", "RGB4", "XR24", "AR24", "BX24", "BA24", "GREY", "Y16", "BA81", "GBRG", "GRBG",
            "RGGB");

    private final String words;

    FormatUse(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** For a format with this V4L2 code. */
    static FormatUse of(String code) {
        if (code.equals("H264")) {
            return AS_IT_IS;
        }
        if (COMPRESSED.contains(code)) {
            return DECODED;
        }
        return PIXELS.contains(code) ? ENCODED : NONE;
    }
}
