package dev.fanlight.agent.javacv;

import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.H265Config;
import dev.fanlight.media.NalCodec;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.ParameterSets;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.bitstream.AspectRatio;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.DisplayOrientation;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The format of a source that is passed through: at its beginning the one of the container, later the one of the parameter sets
 * that come in band, or of another configuration record of the container. One thread.
 */
public final class PassedVideo {

    /**
     * What a container knows of its video besides the configuration record.
     *
     * @param aspect shape of a sample, empty when it says none
     * @param rotation degrees to turn frames clockwise
     * @param fps frames a second, 0 when unknown
     */
    public record Container(Optional<AspectRatio> aspect, int rotation, double fps) {}

    private final NalCodec codec;
    private final Container container;
    private final SampleAspect aspect;
    private final VideoFormat first;
    private final ParameterSets firstSets;

    private int rotation;
    private ParameterSets sets;
    private VideoFormat current;

    /** {@code config} is what the container begins with. */
    public PassedVideo(NalConfig config, Container container) throws BitstreamException {
        this.codec = config.nalCodec();
        this.container = container;
        this.aspect = new SampleAspect(container.aspect());
        this.rotation = container.rotation();
        this.first = format(config);
        this.firstSets = ParameterSets.of(codec, config.parameterSets());
        this.sets = firstSets.copy();
        this.current = first;
    }

    /** Reads a configuration record of H.264 ({@code avcC}) or H.265 ({@code hvcC}), without what it holds besides parameter sets. */
    public static NalConfig read(boolean h264, byte[] record) throws BitstreamException {
        return h264
                ? H264Config.of(H264Config.parse(record).parameterSets())
                : H265Config.of(H265Config.parse(record).parameterSets());
    }

    /** How its NAL units are read. */
    public NalCodec codec() {
        return codec;
    }

    /** The format at the beginning. */
    public VideoFormat first() {
        return first;
    }

    /** The format of the access unit that was read last. */
    public VideoFormat current() {
        return current;
    }

    /** Why browsers may not decode this; empty where they do, or where encoding is forbidden. */
    public static Optional<String> undecodable(NalConfig config, EncodeMode mode) {
        boolean refused = mode != EncodeMode.NONE && !config.isWidelyDecodable();
        return refused
                ? Optional.of("is of a profile that many browsers do not decode (" + config.codec() + ")")
                : Optional.empty();
    }

    /** The file continues from its beginning. */
    public void rewound() {
        sets = firstSets.copy();
        rotation = container.rotation();
        current = first;
    }

    /** The format from the next access unit on, which has these NAL units and maybe comes with a new configuration record. */
    public VideoFormat of(Optional<byte[]> record, List<ByteBuffer> units) {
        try {
            if (record.isPresent()) {
                NalConfig config = read(first.config() instanceof H264Config, record.get());
                sets = ParameterSets.of(codec, config.parameterSets());
                current = format(config);
            }
            sets.update(units).ifPresent(config -> current = format(config));
            turn(units);
        } catch (BitstreamException e) {
            // A damaged parameter set: a decoder would keep those it has, too.
        }
        return current;
    }

    /** A decoder is set up anew at key frames, and so is what shows its frames. */
    private void turn(List<ByteBuffer> units) {
        if (codec.randomAccess(units).isKey()) {
            rotation = codec.displayOrientation(units)
                    .map(DisplayOrientation::rotation)
                    .orElse(container.rotation());
            current = new VideoFormat(current.config(), current.shape().withRotation(rotation));
        }
    }

    /** The container knows the frame rate and how to turn the frames, parameter sets know the rest. */
    private VideoFormat format(NalConfig config) {
        VideoShape own = config.shape();
        VideoShape shape = new VideoShape(
                own.width(),
                own.height(),
                aspect.of(own.width(), own.height(), own.sampleAspectRatio()),
                rotation,
                own.frameRate());
        return new VideoFormat(config, container.fps() > 0 ? shape.withFrameRate(container.fps()) : shape);
    }
}
