package dev.fanlight.agent.bench;

import dev.fanlight.agent.config.EncodeSettings;
import dev.fanlight.agent.config.EncoderPreset;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.encode.javacv.X264Encoder;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Encodes frames as fast as this computer can, for some time each size and preset. The frames are as hard to encode as those of a camera: a
 * moving gradient with the noise of a sensor. Blocking, one thread.
 *
 * @param settings bit rate and distance of key frames
 * @param fps frames a second that are wanted later
 * @param clock for durations
 * @param random for the noise
 */
public record EncodeBench(EncodeSettings settings, int fps, NanoClock clock, RandomGenerator random) {

    /** The sizes, the largest first. */
    static final List<FrameSize> SIZES =
            List.of(new FrameSize(1920, 1080), new FrameSize(1280, 720), new FrameSize(640, 360));

    /** The presets, the one that looks best first. */
    static final List<EncoderPreset> PRESETS =
            List.of(EncoderPreset.VERYFAST, EncoderPreset.SUPERFAST, EncoderPreset.ULTRAFAST);

    /** A size and preset that take more of the computer than this are not recommended: the camera, the network and the rest need it too. */
    static final double MOST_LOAD = 0.4;

    private static final int IMAGES = 4;
    private static final int NOISE = 6;
    private static final double SECOND = 1e9;

    /**
     * What one size and preset took.
     *
     * @param size of the frames
     * @param preset of the encoder
     * @param framesPerSecond how many it encoded in a second
     * @param load part of the time that it would take at the wanted frame rate, 0–1 and more
     */
    public record Row(FrameSize size, EncoderPreset preset, double framesPerSecond, double load) {}

    /** Measures all sizes and presets, each for {@code span}; {@code listener} gets each result at once. */
    public List<Row> all(Duration span, Consumer<Row> listener) throws EncodeException {
        List<Row> rows = new ArrayList<>();
        for (FrameSize size : SIZES) {
            for (EncoderPreset preset : PRESETS) {
                Row row = measure(size, preset, span);
                listener.accept(row);
                rows.add(row);
            }
        }
        return rows;
    }

    /** Measures one size and preset. */
    public Row measure(FrameSize size, EncoderPreset preset, Duration span) throws EncodeException {
        FrameFormat format = new FrameFormat(size, fps, 0);
        EncodeSettings own = new EncodeSettings(settings.bitRate(), settings.keyframeEvery(), preset);
        List<byte[]> images = images(format);
        try (NativeFramePool pool = new NativeFramePool(1);
                VideoEncoder encoder =
                        X264Encoder.open(format, own, Runtime.getRuntime().availableProcessors())) {
            long begin = clock.nanoTime();
            long spent = 0;
            long count = 0;
            while (clock.nanoTime() - begin < span.toNanos() || count < IMAGES) {
                try (RawFrame frame = pool.acquire(format, count * 1_000_000L / fps)) {
                    frame.fill(images.get((int) (count % IMAGES)));
                    long start = clock.nanoTime();
                    var unused = encoder.encode(frame, false);
                    spent += clock.nanoTime() - start;
                    count++;
                }
            }
            double rate = count * SECOND / Math.max(1, spent);
            return new Row(size, preset, rate, fps / rate);
        }
    }

    /**
     * The largest size that leaves the computer time, and for it the best preset; the coarsest preset only where no other is quick enough.
     * Empty when nothing is.
     */
    public static Optional<Row> recommended(List<Row> rows) {
        List<Row> quick = rows.stream().filter(row -> row.load() <= MOST_LOAD).toList();
        return quick.stream()
                .filter(row -> row.preset() != EncoderPreset.ULTRAFAST)
                .findFirst()
                .or(() -> quick.stream().findFirst());
    }

    private List<byte[]> images(FrameFormat format) {
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            images.add(image(format, i));
        }
        return images;
    }

    private byte[] image(FrameFormat format, int shift) {
        byte[] image = new byte[format.bytes()];
        int width = format.size().width();
        for (int i = 0; i < image.length; i++) {
            int smooth = i < format.lumaBytes() ? 40 + (i % width + i / width + 8 * shift) / 16 % 160 : 128;
            image[i] = (byte) (smooth + random.nextInt(NOISE));
        }
        return image;
    }
}
