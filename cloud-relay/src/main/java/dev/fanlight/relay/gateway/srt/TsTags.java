package dev.fanlight.relay.gateway.srt;

import dev.fanlight.media.AacConfig;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.H265Config;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.flv.FlvFraming;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.media.flv.FlvTrackWriter;
import dev.fanlight.relay.gateway.tcp.PlayedTime;
import dev.fanlight.relay.stream.IndexedFrame;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stream as the FLV that its muxer reads, as long as its tracks do not change. Event loop only. */
final class TsTags {

    private final List<Track> tracks;
    private final PlayedTime time;
    private final Map<Integer, FlvTrackWriter> writers = new HashMap<>();

    private TsTags(List<Track> tracks, PlayedTime time) {
        this.tracks = tracks;
        this.time = time;
        tracks.forEach(track -> FlvTrackWriter.of(track).ifPresent(writer -> writers.put(track.id(), writer)));
    }

    /**
     * The tags of these tracks; empty when there is no video that MPEG-TS carries.
     *
     * @param time goes on from one muxer to the next
     */
    static Optional<TsTags> of(List<Track> tracks, PlayedTime time) {
        return tracks.stream().anyMatch(TsTags::isVideo) ? Optional.of(new TsTags(tracks, time)) : Optional.empty();
    }

    /** Whether the sound has to become AAC, which every receiver of MPEG-TS knows. */
    boolean encodesSound() {
        return tracks.stream().anyMatch(track -> isSound(track) && !(track.config() instanceof AacConfig));
    }

    /** What stands in front of the first unit. */
    byte[] head() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(FlvFraming.streamHeader(tracks.stream().anyMatch(this::isSound), true));
        for (Track track : tracks) {
            Optional.ofNullable(writers.get(track.id()))
                    .flatMap(FlvTrackWriter::sequenceHeader)
                    .ifPresent(body -> bytes.writeBytes(FlvFraming.tag(type(track.kind()), millis(), body)));
        }
        return bytes.toByteArray();
    }

    /** A unit; empty when its track is not sent. */
    Optional<byte[]> unit(IndexedFrame frame) {
        MediaHeader header = frame.frame().header();
        return Optional.ofNullable(writers.get(header.track()))
                .map(writer -> FlvFraming.tag(
                        type(header.kind()),
                        time.placeMillis(header),
                        writer.unit(
                                header.isKey(),
                                header.offsetMicros(),
                                frame.frame().payload())));
    }

    private long millis() {
        return time.nowMicros() / 1_000;
    }

    private boolean isSound(Track track) {
        return track.kind() == MediaKind.AUDIO && writers.containsKey(track.id());
    }

    private static boolean isVideo(Track track) {
        return track.encryption().isEmpty()
                && (track.config() instanceof H264Config || track.config() instanceof H265Config);
    }

    private static FlvTagType type(MediaKind kind) {
        return kind == MediaKind.VIDEO ? FlvTagType.VIDEO : FlvTagType.AUDIO;
    }
}
