package dev.fanlight.media.flv;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Reads tag bodies, which are also the payloads of RTMP's media messages, into track changes and access units. What is of a codec that is
 * not taken is reported once; ends of sequence, commands, script data, further tracks of E-RTMP v2 and empty bodies are ignored, as are
 * units before their track's sequence header. A body allocates no more than its size. Not thread safe.
 */
public final class FlvReader {

    /** Largest sequence header, bytes; one above {@link dev.fanlight.media.CodecConfig#MAX_RECORD_BYTES} is rebuilt without its texts. */
    public static final int MAX_SEQUENCE_HEADER_BYTES = 16 * 1024;

    private final CodedTracks tracks = new CodedTracks();
    private final TagClock clock = new TagClock();

    /** The four-character codes of the codecs that are taken, as E-RTMP lists them. */
    public static List<String> fourCcs() {
        return Arrays.stream(FlvCodec.values())
                .map(FlvCodec::fourCc)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /**
     * Reads one tag.
     *
     * @param timestampMillis unsigned 32 bits, as the tag has it
     * @param body from its position to its limit; not consumed, copied where it is kept
     * @return what the tag says, in order; mostly one event
     * @throws BitstreamException when it is malformed, with a sentence for people; the reader must not be used after that
     */
    public List<FlvEvent> read(FlvTagType type, long timestampMillis, ByteBuffer body) throws BitstreamException {
        if (type == FlvTagType.SCRIPT || !body.hasRemaining()) {
            return List.of();
        }
        long millis = clock.millis(timestampMillis);
        TagBytes in = new TagBytes(body);
        return type == FlvTagType.VIDEO
                ? read(MediaKind.VIDEO, millis, VideoHeader.read(in))
                : read(MediaKind.AUDIO, millis, AudioHeader.read(in));
    }

    private List<FlvEvent> read(MediaKind kind, long millis, FlvPacket packet) throws BitstreamException {
        if (packet instanceof FlvPacket.Configuration configuration) {
            return tracks.configuration(configuration);
        }
        if (packet instanceof FlvPacket.Unit unit) {
            return tracks.unit(unit, millis * 1000 + unit.nanos() / 1000);
        }
        return packet instanceof FlvPacket.Unsupported unsupported
                ? tracks.unsupported(kind, unsupported.codec())
                : List.of();
    }
}
