package dev.fanlight.media.flv;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One track of video and one of sound, packet by packet, as FLV and Matroska have them: configuration records and units become track
 * changes and access units. A codec that is not taken is reported once; units before their track’s configuration are ignored. Not thread safe.
 */
public final class CodedTracks {

    private final Map<MediaKind, Track> tracks = new EnumMap<>(MediaKind.class);

    /** What was found last of a kind of track. */
    private sealed interface Track {}

    private record Taken(FlvCodec codec, TrackReader reader) implements Track {}

    private record Refused(String codec) implements Track {}

    /**
     * Takes the configuration record of a track.
     *
     * @param fourCc one of {@link FlvReader#fourCcs}
     * @param record not consumed; an empty one is ignored
     * @throws BitstreamException when it is malformed, with a sentence for people
     */
    public List<FlvEvent> configuration(MediaKind kind, String fourCc, ByteBuffer record) throws BitstreamException {
        return configuration(new FlvPacket.Configuration(codec(kind, fourCc), record));
    }

    /**
     * Takes an access unit.
     *
     * @param fourCc one of {@link FlvReader#fourCcs}
     * @param key whether its container calls it a key frame
     * @param micros decoding time
     * @param data not consumed, copied where it is kept
     * @throws BitstreamException when it is malformed, with a sentence for people
     */
    public List<FlvEvent> unit(MediaKind kind, String fourCc, boolean key, long micros, ByteBuffer data)
            throws BitstreamException {
        return unit(new FlvPacket.Unit(codec(kind, fourCc), key, 0, 0, data), micros);
    }

    /** A track is in a codec that is not taken; {@code codec} is its name for people. */
    public List<FlvEvent> unsupported(MediaKind kind, String codec) {
        Track next = new Refused(codec);
        return next.equals(tracks.put(kind, next)) ? List.of() : List.of(new FlvEvent.Unsupported(kind, codec));
    }

    List<FlvEvent> configuration(FlvPacket.Configuration configuration) throws BitstreamException {
        return track(configuration.codec()).configuration(configuration.record());
    }

    List<FlvEvent> unit(FlvPacket.Unit unit, long micros) throws BitstreamException {
        return track(unit.codec()).unit(unit, micros);
    }

    private TrackReader track(FlvCodec codec) {
        if (tracks.get(codec.kind()) instanceof Taken taken && taken.codec() == codec) {
            return taken.reader();
        }
        Taken next = new Taken(codec, TrackReader.of(codec));
        tracks.put(codec.kind(), next);
        return next.reader();
    }

    private static FlvCodec codec(MediaKind kind, String fourCc) {
        return FlvCodec.ofFourCc(kind, fourCc).orElseThrow(() -> new IllegalArgumentException("no codec " + fourCc));
    }
}
