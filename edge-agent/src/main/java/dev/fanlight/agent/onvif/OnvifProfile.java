package dev.fanlight.agent.onvif;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One stream that a camera offers. Immutable.
 *
 * @param token names it in requests
 * @param name for people
 * @param codec {@code H.264}, {@code H.265}, {@code JPEG} or what the camera calls it
 * @param width pixels, 0 when unknown
 * @param height pixels, 0 when unknown
 * @param fps frames a second at most
 * @param bitRate bits a second at most
 * @param audio codec of the sound, if there is any
 * @param steerable whether it belongs to a camera head that moves
 */
public record OnvifProfile(
        String token,
        String name,
        String codec,
        int width,
        int height,
        OptionalDouble fps,
        OptionalInt bitRate,
        Optional<String> audio,
        boolean steerable) {

    /** Pixels of a frame. */
    public long pixels() {
        return (long) width * height;
    }

    /** Whether players know its codec. */
    public boolean isPlayable() {
        return codec.equals("H.264") || codec.equals("H.265");
    }

    /** Codecs as people write them; makers write {@code H264}, {@code H265}, {@code HEVC}, {@code MPV4-ES}. */
    static String codecName(String encoding) {
        return switch (encoding.toUpperCase(Locale.ROOT)) {
            case "H264", "H.264", "AVC" -> "H.264";
            case "H265", "H.265", "HEVC" -> "H.265";
            default -> encoding;
        };
    }
}
