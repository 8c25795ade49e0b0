package dev.fanlight.relay.gateway.still;

import dev.fanlight.media.Track;
import dev.fanlight.media.flv.FlvFraming;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.media.flv.FlvTrackWriter;
import dev.fanlight.media.webm.MatroskaVideoWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** How the frames of a track are written for a child. Immutable. */
interface StillContainer {

    /** The container for a track: FLV, or Matroska for VP8, which FFmpeg does not read from FLV; empty when there is none. */
    static Optional<StillContainer> of(Track track) {
        return FlvTrackWriter.of(track)
                .<StillContainer>map(Flv::new)
                .or(() -> MatroskaVideoWriter.of(track).map(Matroska::new));
    }

    /** FFmpeg’s name for it. */
    String format();

    /** What stands in front of the first frame. */
    byte[] head();

    /**
     * One frame.
     *
     * @param offsetMicros presentation − decoding time, µs
     * @param millis decoding time, ms
     */
    byte[] frame(boolean key, int offsetMicros, long millis, ByteBuffer payload);

    /** One of {@link #of}. */
    record Flv(FlvTrackWriter writer) implements StillContainer {

        @Override
        public String format() {
            return "flv";
        }

        @Override
        public byte[] head() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(FlvFraming.streamHeader(false, true));
            writer.sequenceHeader().ifPresent(body -> bytes.writeBytes(FlvFraming.tag(FlvTagType.VIDEO, 0, body)));
            return bytes.toByteArray();
        }

        @Override
        public byte[] frame(boolean key, int offsetMicros, long millis, ByteBuffer payload) {
            return FlvFraming.tag(FlvTagType.VIDEO, millis, writer.unit(key, offsetMicros, payload));
        }
    }

    /** One of {@link #of}. */
    record Matroska(MatroskaVideoWriter writer) implements StillContainer {

        @Override
        public String format() {
            return "matroska";
        }

        @Override
        public byte[] head() {
            return writer.header();
        }

        @Override
        public byte[] frame(boolean key, int offsetMicros, long millis, ByteBuffer payload) {
            return writer.frame(key, millis, payload);
        }
    }
}
