package dev.fanlight.agent;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.config.EncodeSettings;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.EncoderChoice;
import dev.fanlight.agent.encode.EncoderOpener;
import dev.fanlight.agent.encode.EncoderProofs;
import dev.fanlight.agent.encode.EncoderSelection;
import dev.fanlight.agent.encode.LowRendition;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.encode.javacv.H264Encoders;
import dev.fanlight.agent.encode.javacv.ScalingEncoder;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FramePool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the encoders that the settings configure. Thread safe. */
final class ConfiguredEncoders {

    /** Memory for the frames that encoders are tried with, in this process as {@link EncoderProofs} are: a pool of each camera would stay. */
    private static final FramePool PROOFS = new NativeFramePool(1);

    private final EncoderSelection main;
    private final EncoderSelection low;
    private final LowRendition lowRendition;

    private ConfiguredEncoders(CameraSettings camera, Consumer<String> notices) {
        this.main = selection(choices(camera), notices);
        this.low = selection(
                H264Encoders.software(camera.encoding().withBitRate(camera.low().bitRate()), ScalingEncoder.THREADS),
                notices);
        this.lowRendition = new LowRendition(camera.low());
    }

    /** {@code notices} gets a sentence when another encoder takes over. */
    static ConfiguredEncoders of(CameraSettings camera, Consumer<String> notices) {
        return new ConfiguredEncoders(camera, notices);
    }

    Map<Rendition, EncoderOpener> openers() {
        return Map.of(Rendition.MAIN, main, Rendition.LOW, this::openLow);
    }

    Optional<VideoEncoder> openMain(FrameFormat frames) throws EncodeException {
        return main.open(frames);
    }

    /** Why encoders before the one in use do not work for frames of this format. */
    List<String> failures(FrameFormat frames) {
        return main.failures(frames);
    }

    /** Name of the encoder of the main rendition, or of the small one in its place; empty while none is open. */
    String inUse() {
        return main.inUse().isEmpty() ? low.inUse() : main.inUse();
    }

    /** The small rendition is encoded on the processor: that costs little, and many encoders in hardware do one stream only. */
    private Optional<VideoEncoder> openLow(FrameFormat frames) throws EncodeException {
        Optional<FrameFormat> target = lowRendition.of(frames);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        return low.open(target.get()).map(encoder -> new ScalingEncoder(target.get(), encoder));
    }

    private static EncoderSelection selection(List<EncoderChoice> choices, Consumer<String> notices) {
        return new EncoderSelection(choices, EncoderProofs.ofProcess(), PROOFS, EncoderSelection.LIMIT, notices);
    }

    private static List<EncoderChoice> choices(CameraSettings camera) {
        EncodeSettings settings = camera.encoding();
        List<EncoderChoice> choices = new ArrayList<>();
        if (camera.mode() != EncodeMode.SOFTWARE) {
            choices.addAll(H264Encoders.hardware(settings));
        }
        choices.addAll(H264Encoders.software(settings, Runtime.getRuntime().availableProcessors()));
        return choices;
    }
}
