package dev.fanlight.media.flv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Fixture;
import dev.fanlight.media.Track;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that FFmpeg 8 wrote, read, and written again. */
class FfmpegFlvTest {

    @ParameterizedTest
    @CsvSource({
        "h264-aac.flv, avc1.64000A, 12, 2",
        "h265-opus.flv, hvc1.1.6.L30.90, 12, 2",
        "av1.flv, av01.0.00M.08, 6, 2",
        "vp9.flv, vp09.00.10.08, 6, 2",
        "g711.flv, alaw, 2, 2"
    })
    void tracksUnitsAndKeyFramesAreThoseThatFfmpegWrote(String name, String codec, int units, int keys)
            throws BitstreamException {
        List<FlvEvent> events = events(name);
        FlvEvent.TrackChange track = events.stream()
                .filter(FlvEvent.TrackChange.class::isInstance)
                .map(FlvEvent.TrackChange.class::cast)
                .filter(change -> change.config().codec().equals(codec))
                .findFirst()
                .orElseThrow();
        List<AccessUnit> read = events.stream()
                .filter(FlvEvent.Unit.class::isInstance)
                .map(event -> ((FlvEvent.Unit) event).unit())
                .filter(unit -> unit.kind() == track.config().kind())
                .toList();
        assertThat(read).hasSize(units);
        assertThat(read.stream().filter(AccessUnit::key)).hasSize(keys);
        assertThat(track.shape().toString()).containsPattern("width=64, height=48|sampleRate=8000, channels=1");
    }

    @Test
    void reorderedFramesKeepTheirOffsets() throws BitstreamException {
        for (String name : List.of("h264-aac.flv", "h265-opus.flv")) {
            assertThat(events(name).stream()
                            .filter(event -> event instanceof FlvEvent.Unit unit
                                    && unit.unit().offsetMicros() > 0))
                    .hasSizeGreaterThan(3);
        }
    }

    /** Units of H.264 and H.265 are compared by their headers: what no viewer needs in them is not kept. */
    @ParameterizedTest
    @ValueSource(strings = {"h264-aac.flv", "h265-opus.flv", "av1.flv", "vp9.flv", "g711.flv"})
    void whatWasReadIsWrittenAsFfmpegWroteIt(String name) throws BitstreamException {
        FlvReader reader = new FlvReader();
        List<FlvTrackWriter> writers = new ArrayList<>();
        for (FlvTag tag : new FlvStreamReader().read(ByteBuffer.wrap(Fixture.bytes(name)))) {
            for (FlvEvent event : reader.read(tag.type(), tag.timestampMillis(), tag.body())) {
                if (event instanceof FlvEvent.TrackChange change) {
                    Track track = Track.of(0, "any", change.config(), change.shape());
                    writers.add(FlvTrackWriter.of(track).orElseThrow());
                } else if (event instanceof FlvEvent.Unit unit) {
                    FlvTrackWriter writer = writers.stream()
                            .filter(any -> any.tagType() == tag.type())
                            .findFirst()
                            .orElseThrow();
                    assertThat(unit.unit().captureMicros()).isEqualTo(tag.timestampMillis() * 1000);
                    compare(writer, unit.unit(), tag.body());
                }
            }
        }
    }

    private static void compare(FlvTrackWriter writer, AccessUnit unit, ByteBuffer body) {
        byte[] written =
                writer.unit(unit.key(), unit.offsetMicros(), unit.payload().bytes());
        boolean whole = !List.of("avc1", "hvc1").contains(writer.fourCc());
        int compared = whole ? body.remaining() : 5;
        assertThat(ByteBuffer.wrap(written, 0, compared).slice()).isEqualTo(body.slice(0, compared));
    }

    private static List<FlvEvent> events(String name) throws BitstreamException {
        FlvReader reader = new FlvReader();
        List<FlvEvent> events = new ArrayList<>();
        for (FlvTag tag : new FlvStreamReader().read(ByteBuffer.wrap(Fixture.bytes(name)))) {
            events.addAll(reader.read(tag.type(), tag.timestampMillis(), tag.body()));
        }
        return events;
    }
}
