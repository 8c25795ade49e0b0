package dev.fanlight.agent.source.pattern;

import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.RawFrame;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Draws the test pattern: the strip of {@link TestStrip}, a clock (UTC, ms), a bar that moves across once in four seconds,
 * a background of seven colours, and at the bottom the flash of {@link ClickTrack} if there is sound. Not thread safe.
 */
final class TestPattern {

    private static final long LAP_MICROS = 4_000_000;
    private static final byte INK = (byte) 235;
    private static final byte PAPER = 24;
    private static final byte BLACK = 16;
    private static final byte BAR = (byte) 210;
    private static final int CLOCK_SYMBOLS = "00:00:00.000".length();
    /** Pairs of Cb and Cr: seven soft colours from left to right. */
    private static final int[][] COLOURS = {
        {128, 128}, {90, 145}, {160, 100}, {110, 100}, {150, 150}, {110, 165}, {170, 125}
    };

    private final FrameFormat format;
    private final byte[] background;
    private final byte[] canvas;
    private final boolean flashes;

    TestPattern(FrameFormat format, boolean flashes) {
        this.flashes = flashes;
        this.format = format;
        this.background = new byte[format.bytes()];
        this.canvas = new byte[format.bytes()];
        drawBackground();
    }

    /** Draws the frame with this number; its capture time goes into clock and strip. */
    void draw(RawFrame frame, long number) {
        byte[] data = canvas;
        System.arraycopy(background, 0, data, 0, background.length);
        long millis = TimeUnit.MICROSECONDS.toMillis(frame.captureMicros());
        drawBar(data, frame.captureMicros());
        drawClock(data, millis);
        if (flashes) {
            drawFlash(data, ClickTrack.flashes(frame.captureMicros()) ? INK : BLACK);
        }
        TestStrip.write(data, width(), height(), new TestStrip.Reading(number, millis));
        frame.fill(data);
    }

    private void drawBackground() {
        int luma = format.lumaBytes();
        for (int y = 0; y < height(); y++) {
            Arrays.fill(background, y * width(), (y + 1) * width(), (byte) (60 + 80 * y / height()));
        }
        int chromaWidth = width() / 2;
        for (int i = 0; i < format.chromaBytes(); i++) {
            int[] colour = COLOURS[i % chromaWidth * COLOURS.length / chromaWidth];
            background[luma + i] = (byte) colour[0];
            background[luma + format.chromaBytes() + i] = (byte) colour[1];
        }
    }

    private void drawBar(byte[] data, long micros) {
        int barWidth = Math.max(2, width() / 40);
        int left = (int) ((width() - barWidth) * (micros % LAP_MICROS) / LAP_MICROS);
        for (int y = height() * 2 / 3; y < height() * 5 / 6; y++) {
            Arrays.fill(data, y * width() + left, y * width() + left + barWidth, BAR);
        }
    }

    private void drawFlash(byte[] data, byte luma) {
        Arrays.fill(data, height() * 7 / 8 * width(), format.lumaBytes(), luma);
    }

    private void drawClock(byte[] data, long millis) {
        String text = String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                TimeUnit.MILLISECONDS.toHours(millis) % 24,
                TimeUnit.MILLISECONDS.toMinutes(millis) % 60,
                TimeUnit.MILLISECONDS.toSeconds(millis) % 60,
                millis % 1000);
        int dot = Math.max(1, width() / ((CLOCK_SYMBOLS + 2) * (DigitFont.WIDTH + 1)));
        int top = height() * 3 / 10;
        int left = (width() - CLOCK_SYMBOLS * (DigitFont.WIDTH + 1) * dot) / 2;
        fill(
                data,
                left - dot,
                top - dot,
                CLOCK_SYMBOLS * (DigitFont.WIDTH + 1) * dot + dot,
                (DigitFont.HEIGHT + 2) * dot);
        for (int i = 0; i < text.length(); i++) {
            drawSymbol(data, text.charAt(i), left + i * (DigitFont.WIDTH + 1) * dot, top, dot);
        }
    }

    private void drawSymbol(byte[] data, char symbol, int left, int top, int dot) {
        for (int y = 0; y < DigitFont.HEIGHT * dot; y++) {
            for (int x = 0; x < DigitFont.WIDTH * dot; x++) {
                if (DigitFont.isSet(symbol, x / dot, y / dot)) {
                    data[(top + y) * width() + left + x] = INK;
                }
            }
        }
    }

    private void fill(byte[] data, int left, int top, int columns, int rows) {
        for (int y = top; y < top + rows; y++) {
            Arrays.fill(data, y * width() + left, y * width() + left + columns, PAPER);
        }
    }

    private int width() {
        return format.size().width();
    }

    private int height() {
        return format.size().height();
    }
}
