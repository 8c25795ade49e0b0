package dev.fanlight.agent.source.file.javacv;

import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.media.NalCodec;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.ParameterSets;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The format of a file that is passed through: at its beginning the one of the container, later the one of the parameter sets
 * that come in band. One thread.
 */
final class PassedVideo {

    private final NalCodec codec;
    private final VideoFormat first;
    private final ParameterSets firstSets;

    private ParameterSets sets;
    private VideoFormat current;

    /** {@code container} and {@code shape} are what the container says. */
    PassedVideo(NalConfig container, VideoShape shape) throws BitstreamException {
        this.codec = container.nalCodec();
        this.first = new VideoFormat(container, shape);
        this.firstSets = ParameterSets.of(codec, container.parameterSets());
        this.sets = firstSets.copy();
        this.current = first;
    }

    NalCodec codec() {
        return codec;
    }

    /** The format at the beginning. */
    VideoFormat first() {
        return first;
    }

    /** The format of the access unit that was read last. */
    VideoFormat current() {
        return current;
    }

    /** The file continues from its beginning. */
    void rewound() {
        sets = firstSets.copy();
        current = first;
    }

    /** The format from the next access unit on, which has these NAL units. */
    VideoFormat of(List<ByteBuffer> units) {
        try {
            sets.update(units).ifPresent(config -> current = new VideoFormat(config, shape(config)));
        } catch (BitstreamException e) {
            // A damaged parameter set: a decoder would keep those it has, too.
        }
        return current;
    }

    /** The container knows the frame rate and how to turn the frames, parameter sets know the rest. */
    private VideoShape shape(NalConfig config) {
        return config.shape()
                .withFrameRate(first.fps())
                .withRotation(first.shape().rotation());
    }
}
