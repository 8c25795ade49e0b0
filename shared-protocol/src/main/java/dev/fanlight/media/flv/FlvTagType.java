package dev.fanlight.media.flv;

import java.util.Arrays;
import java.util.Optional;

/** What a tag carries. An RTMP message of media has the same number as its type. */
public enum FlvTagType {
    /** Sound. */
    AUDIO(8),
    /** Video. */
    VIDEO(9),
    /** Named values, such as {@code onMetaData}. */
    SCRIPT(18);

    private final int code;

    FlvTagType(int code) {
        this.code = code;
    }

    /** The first byte of a tag. */
    public int code() {
        return code;
    }

    /** The type of this number, if it is one. */
    public static Optional<FlvTagType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
