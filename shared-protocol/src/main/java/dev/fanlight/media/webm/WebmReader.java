package dev.fanlight.media.webm;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.CodedTracks;
import dev.fanlight.media.flv.FlvEvent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads WebM as it arrives: VP8, VP9, AV1 or H.264 with Opus, one track of each kind. Times count from where the encoder began. Allocates no more than
 * what has arrived of one element. Not thread safe.
 */
public final class WebmReader {

    private static final long STANDARD_SCALE = 1_000_000;
    private static final long MAX_SCALE = 1_000_000_000;

    private final ElementReader elements = new ElementReader();
    private final CodedTracks coded = new CodedTracks();
    private final Map<MediaKind, Track> tracks = new EnumMap<>(MediaKind.class);
    private long scale = STANDARD_SCALE;
    private long cluster;

    /** A track that is taken. */
    private record Track(long number, WebmCodec codec, boolean configured) {}

    /**
     * Takes the next piece.
     *
     * @param piece consumed
     * @return the track changes and access units that it completes, in order
     * @throws BitstreamException when this is no WebM, or malformed, with a sentence for people; the reader is of no use after that
     */
    public List<FlvEvent> read(ByteBuffer piece) throws BitstreamException {
        List<FlvEvent> events = new ArrayList<>();
        Optional<Element> next = elements.next(piece);
        while (next.isPresent()) {
            events.addAll(take(next.get()));
            next = elements.next(piece);
        }
        return events;
    }

    private List<FlvEvent> take(Element element) throws BitstreamException {
        if (element.id() == ElementId.SIMPLE_BLOCK) {
            return block(Block.simple(element));
        }
        if (element.id() == ElementId.BLOCK_GROUP) {
            Optional<Block> block = Block.ofGroup(element);
            return block.isPresent() ? block(block.get()) : List.of();
        }
        if (element.id() == ElementId.TRACK_ENTRY) {
            return track(TrackEntry.read(element));
        }
        if (element.id() == ElementId.TIMESTAMP) {
            cluster = EbmlNumber.unsigned(element.body());
        } else if (element.id() == ElementId.INFO) {
            info(element);
        } else if (element.id() == ElementId.EBML) {
            tracks.clear();
        }
        return List.of();
    }

    private void info(Element info) throws BitstreamException {
        for (Element child : info.children()) {
            if (child.id() == ElementId.TIMESTAMP_SCALE) {
                scale = EbmlNumber.unsigned(child.body());
            }
        }
        if (scale < 1 || scale > MAX_SCALE) {
            throw new BitstreamException("a tick of WebM is 1 ns to 1 s");
        }
    }

    /** Of each kind the first one. */
    private List<FlvEvent> track(TrackEntry entry) throws BitstreamException {
        if (entry.kind().isEmpty() || tracks.containsKey(entry.kind().get())) {
            return List.of();
        }
        MediaKind kind = entry.kind().get();
        Optional<WebmCodec> codec = WebmCodec.of(entry.codecId()).filter(known -> known.kind() == kind);
        if (codec.isEmpty()) {
            return coded.unsupported(kind, entry.codecId());
        }
        // What stands there for VP9 is not the record of MP4, and it is optional.
        boolean configured =
                codec.get() != WebmCodec.VP9 && entry.codecPrivate().hasRemaining();
        tracks.put(kind, new Track(entry.number(), codec.get(), configured));
        return configured ? configure(codec.get(), entry.codecPrivate()) : List.of();
    }

    private List<FlvEvent> block(Block block) throws BitstreamException {
        Optional<Track> known = tracks.values().stream()
                .filter(track -> track.number() == block.track())
                .findFirst();
        if (known.isEmpty() || !block.data().hasRemaining()) {
            return List.of();
        }
        if (block.laced()) {
            throw new BitstreamException("WebM with several packets in a block is not taken");
        }
        Track track = known.get();
        List<FlvEvent> events = new ArrayList<>();
        if (!track.configured() && block.key()) {
            Optional<ByteBuffer> made = InBandConfiguration.of(track.codec(), block.data());
            if (made.isPresent()) {
                events.addAll(configure(track.codec(), made.get()));
                tracks.put(track.codec().kind(), new Track(track.number(), track.codec(), true));
            }
        }
        boolean key = block.key() || track.codec().kind() == MediaKind.AUDIO;
        events.addAll(
                coded.unit(track.codec().kind(), track.codec().fourCc(), key, micros(block.ticks()), block.data()));
        return events;
    }

    private List<FlvEvent> configure(WebmCodec codec, ByteBuffer record) throws BitstreamException {
        List<FlvEvent> events = coded.configuration(codec.kind(), codec.fourCc(), record);
        for (FlvEvent event : events) {
            if (event instanceof FlvEvent.TrackChange change
                    && change.config() instanceof NalConfig config
                    && config.announcesReordering()) {
                // A block has the time at which it is shown, and no other.
                throw new BitstreamException(
                        "H.264 with B-frames has no decoding times in WebM; send it as video/x-matroska");
            }
        }
        return events;
    }

    private long micros(int ticks) throws BitstreamException {
        long all = cluster + ticks;
        if (all > Long.MAX_VALUE / MAX_SCALE || all < Short.MIN_VALUE) {
            throw new BitstreamException("a time of WebM is too large");
        }
        return all * scale / 1000;
    }
}
