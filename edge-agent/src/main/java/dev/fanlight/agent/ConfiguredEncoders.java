package dev.fanlight.agent;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.EncodeSettings;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.EncoderOpener;
import dev.fanlight.agent.encode.LowRendition;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.encode.javacv.ScalingEncoder;
import dev.fanlight.agent.encode.javacv.X264Encoder;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.source.FrameFormat;
import java.util.Map;
import java.util.Optional;

/** Opens the encoders that the settings configure. Immutable. */
final class ConfiguredEncoders {

    private final EncodeSettings main;
    private final EncodeSettings low;
    private final LowRendition lowRendition;

    private ConfiguredEncoders(CameraSettings camera) {
        this.main = camera.encoding();
        this.low = camera.encoding().withBitRate(camera.low().bitRate());
        this.lowRendition = new LowRendition(camera.low());
    }

    static Map<Rendition, EncoderOpener> of(CameraSettings camera) {
        ConfiguredEncoders encoders = new ConfiguredEncoders(camera);
        return Map.of(Rendition.MAIN, encoders::openMain, Rendition.LOW, encoders::openLow);
    }

    private Optional<VideoEncoder> openMain(FrameFormat frames) throws EncodeException {
        return Optional.of(X264Encoder.open(frames, main, Runtime.getRuntime().availableProcessors()));
    }

    private Optional<VideoEncoder> openLow(FrameFormat frames) throws EncodeException {
        Optional<FrameFormat> target = lowRendition.of(frames);
        return target.isPresent() ? Optional.of(ScalingEncoder.open(frames, target.get(), low)) : Optional.empty();
    }
}
