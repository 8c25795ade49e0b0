package dev.fanlight.protocol.codec;

import dev.fanlight.media.AudioShape;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.DataShape;
import dev.fanlight.media.Encryption;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackShape;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.bitstream.AspectRatio;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One element of the member {@code tracks}: a flat object. Stateless, thread safe. */
final class TrackCodec {

    private static final int MAX_NAME = 32;
    private static final int MAX_CODEC = 64;
    private static final int MAX_RATIO = 65_535;
    private static final int MAX_ROTATION = 359;

    private TrackCodec() {}

    static void write(Track track, MemberWriter out) {
        out.number("id", track.id())
                .text("name", track.name())
                .text("kind", track.kind().wireName())
                .text("codec", track.config().codec());
        track.config().record().ifPresent(record -> out.bytes("config", record));
        if (track.shape() instanceof VideoShape shape) {
            write(out, shape);
        }
        if (track.shape() instanceof AudioShape shape) {
            out.number("sample_rate", shape.sampleRate()).number("channels", shape.channels());
        }
        out.text("language", track.language())
                .text("encryption", track.encryption().map(Encryption::wireName));
    }

    private static void write(MemberWriter out, VideoShape shape) {
        out.number("width", shape.width()).number("height", shape.height());
        AspectRatio ratio = shape.sampleAspectRatio();
        if (!ratio.isSquare()) {
            out.numbers("sar", List.of(ratio.width(), ratio.height()));
        }
        if (shape.rotation() != 0) {
            out.number("rotation", shape.rotation());
        }
        shape.frameRate().ifPresent(rate -> out.number("fps", rate));
    }

    static Track read(Members m) throws ProtocolException {
        MediaKind kind = m.oneOf("kind", MediaKind.class);
        Optional<byte[]> config =
                m.has("config") ? Optional.of(m.bytes("config", WireLimits.MAX_CODEC_CONFIG_BYTES)) : Optional.empty();
        Optional<Encryption> encryption =
                m.has("encryption") ? Optional.of(m.oneOf("encryption", Encryption.class)) : Optional.empty();
        try {
            return new Track(
                    m.intIn("id", 0, 255),
                    m.string("name", MAX_NAME),
                    CodecConfig.parse(m.string("codec", MAX_CODEC), config),
                    shape(kind, m),
                    m.optionalString("language", Track.MAX_LANGUAGE),
                    encryption);
        } catch (BitstreamException | IllegalArgumentException e) {
            throw wrong("a track cannot be read: " + e.getMessage());
        }
    }

    private static TrackShape shape(MediaKind kind, Members m) throws ProtocolException {
        return switch (kind) {
            case VIDEO ->
                new VideoShape(
                        m.intIn("width", 1, VideoShape.MAX_SIDE),
                        m.intIn("height", 1, VideoShape.MAX_SIDE),
                        m.has("sar") ? ratio(m) : AspectRatio.SQUARE,
                        m.has("rotation") ? m.intIn("rotation", 0, MAX_ROTATION) : 0,
                        frameRate(m));
            case AUDIO ->
                new AudioShape(
                        m.intIn("sample_rate", AudioShape.MIN_SAMPLE_RATE, AudioShape.MAX_SAMPLE_RATE),
                        m.intIn("channels", 1, AudioShape.MAX_CHANNELS));
            case DATA -> new DataShape();
        };
    }

    private static AspectRatio ratio(Members m) throws ProtocolException {
        List<Long> sides = m.longs("sar", 2, 1, MAX_RATIO);
        if (sides.size() != 2) {
            throw wrong("\"sar\" must be an array of two numbers");
        }
        return new AspectRatio(sides.get(0).intValue(), sides.get(1).intValue());
    }

    private static OptionalDouble frameRate(Members m) throws ProtocolException {
        Optional<Double> rate = m.optionalPositive("fps", VideoShape.MAX_FRAME_RATE);
        return rate.isPresent() ? OptionalDouble.of(rate.get()) : OptionalDouble.empty();
    }

    private static ProtocolException wrong(String what) {
        return new ProtocolException(CloseReason.PROTOCOL_ERROR, what);
    }
}
