package dev.fanlight.relay.gateway.flv;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.flv.FlvFraming;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.media.flv.FlvTrackWriter;
import dev.fanlight.relay.gateway.UncarriedVideo;
import dev.fanlight.relay.stream.FrameForm;
import dev.fanlight.relay.stream.Renditions;
import dev.fanlight.relay.wire.StreamBuffer;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tracks of a stream that FLV carries, which are one of video (the main rendition) and one of sound, and the tags of their frames.
 * Times count on the same clock for all readers, so that each tag is made once. Immutable, thread safe.
 */
final class FlvTracks {

    private final TrackSet announced;
    private final long beginMicros;
    private final Map<Integer, FlvTrackWriter> writers;
    private final FrameForm chunks = new FlvForm(StreamBuffer.Transport.HTTP, this);
    private final FrameForm messages = new FlvForm(StreamBuffer.Transport.WEBSOCKET, this);

    /**
     * The tracks of an announcement.
     *
     * @param beginMicros capture time that tags call 0
     */
    FlvTracks(TrackSet announced, long beginMicros) {
        this.announced = announced;
        this.beginMicros = beginMicros;
        this.writers = writers(announced);
    }

    TrackSet announced() {
        return announced;
    }

    long beginMicros() {
        return beginMicros;
    }

    /** How the frames of a track are written; empty for tracks that are not carried. */
    Optional<FlvTrackWriter> writer(int track) {
        return Optional.ofNullable(writers.get(track));
    }

    /** The time of a frame’s tag; frames from before the first one have the same as that. */
    long millis(MediaHeader header) {
        return Math.max(0, (header.captureMicros() - beginMicros) / 1000);
    }

    FrameForm form(StreamBuffer.Transport transport) {
        return transport == StreamBuffer.Transport.HTTP ? chunks : messages;
    }

    /**
     * What a reader needs before its next frame.
     *
     * @param before what it was sent the headers of; empty at the beginning
     * @param next header of the next frame
     */
    byte[] headers(Optional<FlvTracks> before, MediaHeader next) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (before.isEmpty()) {
            bytes.writeBytes(FlvFraming.streamHeader(has(FlvTagType.AUDIO), has(FlvTagType.VIDEO)));
        }
        for (FlvTrackWriter writer : writers.values()) {
            writer.sequenceHeader()
                    .filter(body -> before.isEmpty() || !before.get().hasSequenceHeader(writer.tagType(), body))
                    .ifPresent(body -> bytes.writeBytes(FlvFraming.tag(writer.tagType(), millis(next), body)));
        }
        return bytes.toByteArray();
    }

    private boolean has(FlvTagType type) {
        return writers.values().stream().anyMatch(writer -> writer.tagType() == type);
    }

    private boolean hasSequenceHeader(FlvTagType type, byte[] body) {
        return writers.values().stream()
                .filter(writer -> writer.tagType() == type)
                .anyMatch(writer -> Arrays.equals(writer.sequenceHeader().orElse(new byte[0]), body));
    }

    /** Why nothing of tracks is sent: there is video, and FLV does not carry it. */
    static Optional<String> refusal(TrackSet announced) {
        return UncarriedVideo.lacks(announced, track -> FlvTrackWriter.of(track).isPresent())
                ? Optional.of(UncarriedVideo.sentence("FLV", announced))
                : Optional.empty();
    }

    private static Map<Integer, FlvTrackWriter> writers(TrackSet announced) {
        Map<Integer, FlvTrackWriter> writers = new HashMap<>();
        for (Track track : Renditions.mainAndSound(announced)) {
            FlvTrackWriter.of(track).ifPresent(writer -> writers.put(track.id(), writer));
        }
        return Map.copyOf(writers);
    }
}
