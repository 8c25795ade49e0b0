package dev.fanlight.agent.source.camera.javacv;

import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameConverter;
import dev.fanlight.agent.javacv.FrameDecoder;
import dev.fanlight.agent.javacv.InputTrack;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.camera.CameraMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Frames in a pixel format of the camera, written as I420. One thread uses and closes it. */
final class RawFrames implements AutoCloseable {

    private final FrameDecoder decoder;
    private final FrameConverter converter;
    private byte[] i420 = new byte[0];

    private RawFrames(FrameDecoder decoder, FrameConverter converter) {
        this.decoder = decoder;
        this.converter = converter;
    }

    static RawFrames open(InputTrack track, FrameLimits limits) throws FfmpegException {
        return new RawFrames(
                FrameDecoder.open(track.parameters()), new FrameConverter(limits, track.sampleAspect()));
    }

    void write(AVPacket packet, OutputStream out, long nanos) throws FfmpegException, IOException {
        decoder.send(packet);
        while (decoder.receive()) {
            FrameSize size = converter.next(decoder.frame());
            int bytes = size.width() * size.height() * 3 / 2;
            if (i420.length != bytes) {
                i420 = new byte[bytes];
            }
            converter.convert(decoder.frame(), i420);
            CameraMessage.writeFrame(out, size, nanos, i420);
        }
    }

    @Override
    public void close() {
        converter.close();
        decoder.close();
    }
}
