package dev.fanlight.agent.source.camera.javacv;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;

import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameConverter;
import dev.fanlight.agent.javacv.FrameDecoder;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameRateLimit;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.camera.CameraMessage;
import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;

/** An open V4L2 camera, in the camera process only. One thread; a call may block in the driver for ever. */
final class V4l2Camera implements AutoCloseable {

    private static final int EINVAL = -22;
    private static final long PLAUSIBLE_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final MediaInput input;
    private final FrameDecoder decoder;
    private final FrameConverter converter;
    private final FrameRateLimit limit;
    private final NanoClock clock;
    private final NativeFramePool pool = new NativeFramePool(1);
    private byte[] i420 = new byte[0];

    private V4l2Camera(
            MediaInput input, FrameDecoder decoder, FrameConverter converter, FrameRateLimit limit, NanoClock clock) {
        this.input = input;
        this.decoder = decoder;
        this.converter = converter;
        this.limit = limit;
        this.clock = clock;
    }

    static V4l2Camera open(Path device, FrameLimits limits, NanoClock clock) throws FfmpegException {
        avdevice_register_all();
        MediaInput input = openInput(device, limits);
        return new V4l2Camera(
                input,
                FrameDecoder.open(input.video().parameters()),
                new FrameConverter(limits, input.video().sampleAspect()),
                new FrameRateLimit(limits.fps()),
                clock);
    }

    /** Writes frames until the camera ends or the reader is gone. */
    void streamTo(OutputStream out) throws FfmpegException, IOException {
        while (input.read()) {
            long nanos = capturedNanos();
            if (limit.accepts(TimeUnit.NANOSECONDS.toMicros(nanos))) {
                write(out, nanos);
            }
        }
    }

    @Override
    public void close() {
        converter.close();
        pool.close();
        decoder.close();
        input.close();
    }

    private void write(OutputStream out, long nanos) throws FfmpegException, IOException {
        decoder.send(input.packet());
        while (decoder.receive()) {
            FrameSize size = converter.next(decoder.frame());
            FrameFormat format = new FrameFormat(size, 0, 0);
            if (i420.length != format.bytes()) {
                i420 = new byte[format.bytes()];
            }
            try (RawFrame shown = pool.acquire(format, 0)) {
                converter.convert(decoder.frame(), shown);
                shown.read(i420);
            }
            CameraMessage.writeFrame(out, size, nanos, i420);
        }
    }

    /** Most drivers stamp with CLOCK_MONOTONIC, as does {@link System#nanoTime}; implausible stamps are replaced. */
    private long capturedNanos() {
        long now = clock.nanoTime();
        long stamp = TimeUnit.MICROSECONDS.toNanos(input.presentationMicros());
        long age = now - stamp;
        return age >= 0 && age < PLAUSIBLE_AGE_NANOS ? stamp : now;
    }

    /** MJPEG first: over USB 2 raw frames of 1280x720 come at 10 fps at most. Last, the camera’s own default. */
    private static MediaInput openInput(Path device, FrameLimits limits) throws FfmpegException {
        AVInputFormat v4l2 = av_find_input_format("video4linux2");
        FfmpegException last = new FfmpegException(EINVAL, "opening " + device);
        for (Map<String, String> options : formats(limits)) {
            try {
                return MediaInput.open(device.toString(), v4l2, options);
            } catch (FfmpegException e) {
                if (e.code() != EINVAL) {
                    throw e;
                }
                last = e;
            }
        }
        throw last;
    }

    private static List<Map<String, String>> formats(FrameLimits limits) {
        String size = limits.width() + "x" + limits.height();
        String fps = Integer.toString(limits.fps());
        List<Map<String, String>> formats = new ArrayList<>();
        formats.add(Map.of("input_format", "mjpeg", "video_size", size, "framerate", fps));
        formats.add(Map.of("video_size", size, "framerate", fps));
        formats.add(Map.of("video_size", size));
        formats.add(Map.of());
        return formats;
    }
}
