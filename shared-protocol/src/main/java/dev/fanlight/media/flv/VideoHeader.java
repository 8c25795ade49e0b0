package dev.fanlight.media.flv;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvPacket.Configuration;
import dev.fanlight.media.flv.FlvPacket.Ignored;
import dev.fanlight.media.flv.FlvPacket.Unit;
import dev.fanlight.media.flv.FlvPacket.Unsupported;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The header of a video body, legacy or enhanced. Stateless. */
final class VideoHeader {

    private static final int ENHANCED = 0x80;
    private static final int KEY_FRAME = 1;
    private static final int COMMAND = 5;
    private static final int SEQUENCE_START = 0;
    private static final int CODED_FRAMES = 1;
    private static final int CODED_FRAMES_X = 3;
    private static final int METADATA = 4;
    private static final int MULTITRACK = 6;

    private VideoHeader() {}

    static FlvPacket read(TagBytes in) throws BitstreamException {
        int first = in.u8();
        return (first & ENHANCED) != 0 ? enhanced(first, in) : legacy(first, in);
    }

    private static FlvPacket legacy(int first, TagBytes in) throws BitstreamException {
        if (first >> 4 == COMMAND) {
            return new Ignored();
        }
        Optional<FlvCodec> codec = FlvCodec.ofLegacyId(MediaKind.VIDEO, first & 0xF);
        if (codec.isEmpty()) {
            return new Unsupported("number " + (first & 0xF) + " of FLV");
        }
        int packetType = in.u8();
        int offset = in.s24();
        return switch (packetType) {
            case SEQUENCE_START -> new Configuration(codec.get(), in.rest());
            case CODED_FRAMES -> unit(codec.get(), first >> 4 == KEY_FRAME, offset, 0, in.rest());
            default -> new Ignored();
        };
    }

    private static FlvPacket enhanced(int first, TagBytes in) throws BitstreamException {
        int frameType = first >> 4 & 7;
        Modifiers modifiers = Modifiers.read(first & 0xF, in);
        int packetType = modifiers.packetType();
        if (frameType == COMMAND || packetType == METADATA || packetType == MULTITRACK) {
            return new Ignored();
        }
        String fourCc = in.fourCc();
        Optional<FlvCodec> codec = FlvCodec.ofFourCc(MediaKind.VIDEO, fourCc);
        if (codec.isEmpty()) {
            return new Unsupported(fourCc);
        }
        boolean key = frameType == KEY_FRAME;
        return switch (packetType) {
            case SEQUENCE_START -> new Configuration(codec.get(), in.rest());
            case CODED_FRAMES -> {
                // Some senders end a sequence with a body that stops behind the code.
                boolean empty = !in.rest().hasRemaining();
                int offset = codec.get().hasOffset() && !empty ? in.s24() : 0;
                yield unit(codec.get(), key, offset, modifiers.nanos(), in.rest());
            }
            case CODED_FRAMES_X -> unit(codec.get(), key, 0, modifiers.nanos(), in.rest());
            default -> new Ignored();
        };
    }

    private static FlvPacket unit(FlvCodec codec, boolean key, int offsetMillis, int nanos, ByteBuffer data) {
        return data.hasRemaining() ? new Unit(codec, key, offsetMillis, nanos, data) : new Ignored();
    }
}
