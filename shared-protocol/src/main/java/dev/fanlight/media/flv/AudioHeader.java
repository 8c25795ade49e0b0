package dev.fanlight.media.flv;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvPacket.Configuration;
import dev.fanlight.media.flv.FlvPacket.Ignored;
import dev.fanlight.media.flv.FlvPacket.Unit;
import dev.fanlight.media.flv.FlvPacket.Unsupported;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The header of an audio body, legacy or enhanced. Stateless. */
final class AudioHeader {

    private static final int ENHANCED = 9;
    private static final int STEREO = 1;
    private static final int SEQUENCE_START = 0;
    private static final int CODED_FRAMES = 1;
    private static final int MULTITRACK = 5;

    private AudioHeader() {}

    static FlvPacket read(TagBytes in) throws BitstreamException {
        int first = in.u8();
        return first >> 4 == ENHANCED ? enhanced(first & 0xF, in) : legacy(first, in);
    }

    private static FlvPacket legacy(int first, TagBytes in) throws BitstreamException {
        Optional<FlvCodec> codec = FlvCodec.ofLegacyId(MediaKind.AUDIO, first >> 4);
        if (codec.isEmpty()) {
            return new Unsupported("number " + (first >> 4) + " of FLV");
        }
        if (codec.get() != FlvCodec.AAC) {
            return (first & STEREO) != 0 ? new Unsupported("G.711 in stereo") : unit(codec.get(), 0, in.rest());
        }
        return packet(codec.get(), in.u8(), 0, in);
    }

    private static FlvPacket enhanced(int type, TagBytes in) throws BitstreamException {
        Modifiers modifiers = Modifiers.read(type, in);
        if (modifiers.packetType() == MULTITRACK) {
            return new Ignored();
        }
        String fourCc = in.fourCc();
        Optional<FlvCodec> codec = FlvCodec.ofFourCc(MediaKind.AUDIO, fourCc);
        return codec.isEmpty()
                ? new Unsupported(fourCc)
                : packet(codec.get(), modifiers.packetType(), modifiers.nanos(), in);
    }

    private static FlvPacket packet(FlvCodec codec, int packetType, int nanos, TagBytes in) {
        return switch (packetType) {
            case SEQUENCE_START -> new Configuration(codec, in.rest());
            case CODED_FRAMES -> unit(codec, nanos, in.rest());
            default -> new Ignored();
        };
    }

    private static FlvPacket unit(FlvCodec codec, int nanos, ByteBuffer data) {
        return data.hasRemaining() ? new Unit(codec, true, 0, nanos, data) : new Ignored();
    }
}
