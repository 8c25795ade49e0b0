package dev.fanlight.agent.source.camera.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;

import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.source.FrameRateLimit;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.camera.CameraCodec;
import dev.fanlight.agent.source.camera.CameraErrors;
import dev.fanlight.agent.source.camera.CameraMessage;
import dev.fanlight.agent.source.camera.CameraRequest;
import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An open V4L2 camera, in the camera process only: what the camera has compressed is passed on as it is, other frames are made I420. One
 * thread; a call may block in the driver for ever.
 */
final class V4l2Camera implements AutoCloseable {

    private static final String INPUT = "video4linux2";
    private static final int EINVAL = -22;
    private static final long PLAUSIBLE_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final MediaInput input;
    private final Optional<CameraCodec> codec;
    private final Optional<RawFrames> raw;
    private final FrameRateLimit limit;
    private final NanoClock clock;
    private byte[] packet = new byte[0];

    private V4l2Camera(
            MediaInput input,
            Optional<CameraCodec> codec,
            Optional<RawFrames> raw,
            FrameRateLimit limit,
            NanoClock clock) {
        this.input = input;
        this.codec = codec;
        this.raw = raw;
        this.limit = limit;
        this.clock = clock;
    }

    /** Loads all that opening needs, by opening what does not exist. */
    static void warmUp() {
        try {
            MediaInput.open("", av_find_input_format(INPUT), Map.of()).close();
        } catch (FfmpegException e) {
            // As meant.
        }
    }

    /**
     * Opens it in the cheapest format that it has.
     *
     * @throws SourceException when it has none that may be used
     */
    static V4l2Camera open(CameraRequest request, NanoClock clock) throws FfmpegException, SourceException {
        MediaInput input = openInput(request);
        try {
            Optional<CameraCodec> codec = codec(input);
            Optional<RawFrames> raw =
                    codec.isPresent() ? Optional.empty() : Optional.of(RawFrames.open(input.video(), request.limits()));
            return new V4l2Camera(
                    input, codec, raw, new FrameRateLimit(request.limits().fps()), clock);
        } catch (FfmpegException e) {
            input.close();
            throw e;
        }
    }

    /** Writes what it delivers until it ends or the reader is gone. */
    void streamTo(OutputStream out) throws FfmpegException, IOException {
        while (input.read()) {
            long nanos = capturedNanos();
            if (codec.isPresent() && codec.get() == CameraCodec.H264) {
                writePacket(out, CameraCodec.H264, nanos);
            } else if (limit.accepts(TimeUnit.NANOSECONDS.toMicros(nanos))) {
                write(out, nanos);
            }
        }
    }

    @Override
    public void close() {
        raw.ifPresent(RawFrames::close);
        input.close();
    }

    private void write(OutputStream out, long nanos) throws FfmpegException, IOException {
        if (codec.isPresent()) {
            writePacket(out, codec.get(), nanos);
        } else if (raw.isPresent()) {
            raw.get().write(input.packet(), out, nanos);
        }
    }

    private void writePacket(OutputStream out, CameraCodec kind, long nanos) throws IOException {
        ByteBuffer bytes = input.packetBytes();
        int count = bytes.remaining();
        if (packet.length < count) {
            packet = new byte[count];
        }
        bytes.get(packet, 0, count);
        CameraMessage.writePacket(out, kind, nanos, packet, count);
    }

    /** Most drivers stamp with CLOCK_MONOTONIC, as does {@link System#nanoTime}; implausible stamps are replaced. */
    private long capturedNanos() {
        long now = clock.nanoTime();
        long stamp = TimeUnit.MICROSECONDS.toNanos(input.presentationMicros());
        long age = now - stamp;
        return age >= 0 && age < PLAUSIBLE_AGE_NANOS ? stamp : now;
    }

    private static Optional<CameraCodec> codec(MediaInput input) {
        int id = input.video().parameters().codec_id();
        if (id == AV_CODEC_ID_H264) {
            return Optional.of(CameraCodec.H264);
        }
        return id == AV_CODEC_ID_MJPEG ? Optional.of(CameraCodec.MJPEG) : Optional.empty();
    }

    private static MediaInput openInput(CameraRequest request) throws FfmpegException, SourceException {
        FfmpegException last = new FfmpegException(EINVAL, "opening " + request.device());
        for (V4l2Format format : V4l2Format.cheapestFirst(request)) {
            try {
                MediaInput input =
                        MediaInput.open(request.device().toString(), av_find_input_format(INPUT), format.options());
                if (format.suits(input.video(), request.limits())) {
                    return input;
                }
                input.close();
            } catch (FfmpegException e) {
                if (e.code() != EINVAL) {
                    throw e;
                }
                last = e;
            }
        }
        if (request.mode() == EncodeMode.NONE) {
            throw CameraErrors.hasNoH264(request.device());
        }
        throw last;
    }
}
