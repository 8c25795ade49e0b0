package dev.fanlight.agent.source.camera.javacv;

import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameConverter;
import dev.fanlight.agent.javacv.FrameDecoder;
import dev.fanlight.agent.javacv.InputTrack;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.camera.CameraMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Frames in a pixel format of the camera, written as I420. One thread uses and closes it. */
final class RawFrames implements AutoCloseable {

    private final FrameDecoder decoder;
    private final FrameConverter converter;
    private final NativeFramePool pool = new NativeFramePool(1);
    private byte[] i420 = new byte[0];

    private RawFrames(FrameDecoder decoder, FrameConverter converter) {
        this.decoder = decoder;
        this.converter = converter;
    }

    static RawFrames open(InputTrack track, FrameLimits limits) throws FfmpegException {
        return new RawFrames(FrameDecoder.open(track.parameters()), new FrameConverter(limits, track.sampleAspect()));
    }

    void write(AVPacket packet, OutputStream out, long nanos) throws FfmpegException, IOException {
        decoder.send(packet);
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

    @Override
    public void close() {
        converter.close();
        pool.close();
        decoder.close();
    }
}
