package dev.fanlight.media.flv;

import dev.fanlight.media.AacConfig;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.Av1Config;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.TrackShape;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.media.Vp9Config;
import dev.fanlight.media.aac.AudioSpecificConfig;
import dev.fanlight.media.av1.Av1SequenceHeader;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.opus.OpusHead;
import dev.fanlight.media.vp.Vp8FrameHeader;
import dev.fanlight.media.vp.Vp9FrameHeader;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The size of video, the sample rate and channels of sound. Stateless. */
final class Shapes {

    private static final int G711_RATE = 8_000;

    private Shapes() {}

    /** The shape as the configuration says, else {@code keyFrame}; empty while neither does. */
    static Optional<TrackShape> of(CodecConfig config, ByteBuffer keyFrame) throws BitstreamException {
        if (config instanceof AacConfig aac) {
            AudioSpecificConfig asc = aac.configuration();
            return sound(asc.sampleRate(), asc.channels());
        }
        if (config instanceof OpusConfig opus) {
            return sound(
                    OpusHead.SAMPLE_RATE, opus.head().map(OpusHead::channels).orElse(2));
        }
        if (config instanceof Av1Config av1) {
            Optional<Av1SequenceHeader> header = header(av1);
            return (header.isPresent() ? header : Av1SequenceHeader.find(keyFrame))
                    .map(found -> VideoShape.of(found.width(), found.height()));
        }
        if (config instanceof Vp9Config) {
            return Vp9FrameHeader.read(keyFrame).map(found -> VideoShape.of(found.width(), found.height()));
        }
        if (config instanceof Vp8Config) {
            return Vp8FrameHeader.read(keyFrame).map(found -> VideoShape.of(found.width(), found.height()));
        }
        return sound(G711_RATE, 1);
    }

    private static Optional<Av1SequenceHeader> header(Av1Config av1) throws BitstreamException {
        return av1.configuration().isPresent()
                ? Av1SequenceHeader.find(av1.configuration().get().units())
                : Optional.empty();
    }

    private static Optional<TrackShape> sound(int rate, int channels) throws BitstreamException {
        if (rate < AudioShape.MIN_SAMPLE_RATE || rate > AudioShape.MAX_SAMPLE_RATE) {
            throw new BitstreamException("a sample rate is 1000 to 768000 Hz");
        }
        return Optional.of(new AudioShape(rate, channels));
    }
}
