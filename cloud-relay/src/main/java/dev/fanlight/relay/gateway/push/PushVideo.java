package dev.fanlight.relay.gateway.push;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What video is encoded to. Immutable.
 *
 * @param width pixels, even
 * @param height pixels, even
 * @param fps frames a second
 */
record PushVideo(int width, int height, int fps) {

    private static final String COPY = "copy";
    private static final Pattern FORMAT = Pattern.compile("(\\d{2,4})x(\\d{2,4})@(\\d{1,2})");
    private static final String SENTENCE =
            "copy, or a size and rate like 640x360@15: even, at most 1920x1920, 1 to 60 frames a second";
    private static final int LEAST_SIDE = 16;
    private static final int MOST_SIDE = 1_920;
    private static final int MOST_FPS = 60;
    private static final double BITS_PER_PIXEL = 0.12;

    /** Reads a setting; empty when the video is sent as it is. */
    static Optional<PushVideo> parse(String text) {
        if (text.equals(COPY)) {
            return Optional.empty();
        }
        Matcher matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(SENTENCE);
        }
        int fps = Integer.parseInt(matcher.group(3));
        if (fps < 1 || fps > MOST_FPS) {
            throw new IllegalArgumentException(SENTENCE);
        }
        return Optional.of(new PushVideo(side(matcher.group(1)), side(matcher.group(2)), fps));
    }

    /** Bits a second. */
    int bitRate() {
        return (int) (width * height * fps * BITS_PER_PIXEL);
    }

    private static int side(String text) {
        int side = Integer.parseInt(text);
        if (side < LEAST_SIDE || side > MOST_SIDE || side % 2 != 0) {
            throw new IllegalArgumentException(SENTENCE);
        }
        return side;
    }
}
