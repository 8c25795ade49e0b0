package dev.fanlight.agent.encode.javacv;

import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AvccPayload;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.H264Nal;
import dev.fanlight.media.NalCodec;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** What an H.264 encoder wrote, in the form that is published. Stateless. */
final class EncodedFormat {

    private static final NalCodec NALS = new H264Nal();

    private EncodedFormat() {}

    /** The format of an encoder that knows its parameter sets once it is open. */
    static VideoFormat of(H264Session session, FrameFormat frames) throws EncodeException {
        try {
            return of(session.parameterSets(), frames);
        } catch (BitstreamException e) {
            throw new EncodeException("it gave no parameter sets: " + e.getMessage());
        }
    }

    static VideoFormat of(List<ByteBuffer> parameterSets, FrameFormat frames) throws BitstreamException {
        H264Config config = H264Config.of(parameterSets);
        return new VideoFormat(config, config.shape().withFrameRate(frames.fps()));
    }

    /** The access unit of these NAL units; empty when they hold no slice. */
    static Optional<AccessUnit> unit(List<ByteBuffer> units, long micros) {
        AccessUnit unit = AvccPayload.of(NALS, units, micros, 0);
        return unit.size() == 0 ? Optional.empty() : Optional.of(unit);
    }

    static boolean isParameterSet(ByteBuffer unit) {
        return NALS.isParameterSet(unit);
    }
}
