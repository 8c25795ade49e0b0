package dev.fanlight.agent;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import java.util.List;
import java.util.Optional;

/**
 * Which encoder an agent with these settings would use on this computer. Immutable.
 *
 * @param encoder its name
 * @param failures why those before it do not work, each as {@code name: reason}
 */
public record EncoderTrial(String encoder, List<String> failures) {

    /** Encodes a few frames of the largest size that the settings allow. Blocking. */
    public static EncoderTrial of(CameraSettings camera) throws EncodeException {
        NativeLibraries.load(false);
        ConfiguredEncoders encoders = ConfiguredEncoders.of(camera, sentence -> {});
        FrameSize size =
                new FrameSize(camera.limits().width() / 2 * 2, camera.limits().height() / 2 * 2);
        FrameFormat frames = new FrameFormat(size, camera.limits().fps(), 0);
        Optional<VideoEncoder> opened = encoders.openMain(frames);
        String name = encoders.inUse();
        opened.ifPresent(VideoEncoder::close);
        return new EncoderTrial(name, encoders.failures(frames));
    }
}
