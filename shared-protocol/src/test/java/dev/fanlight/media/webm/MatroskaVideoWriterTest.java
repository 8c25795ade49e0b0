package dev.fanlight.media.webm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatroskaVideoWriterTest {

    /** Key frame of VP8, 32x24, and a frame after it, of which the reader looks at the heads only. */
    private static final byte[] KEY = HexFormat.of().parseHex("5001009d012a20001800aabb");

    private static final byte[] DELTA = HexFormat.of().parseHex("310100ccdd");

    @Test
    void theReaderGetsWhatWasWritten() throws BitstreamException {
        Track track = Track.of(0, Track.MAIN, new Vp8Config(), VideoShape.of(32, 24));
        MatroskaVideoWriter writer = MatroskaVideoWriter.of(track).orElseThrow();
        WebmReader reader = new WebmReader();
        List<FlvEvent> events = new ArrayList<>(reader.read(ByteBuffer.wrap(writer.header())));
        events.addAll(reader.read(ByteBuffer.wrap(writer.frame(true, 1_000, ByteBuffer.wrap(KEY)))));
        events.addAll(reader.read(ByteBuffer.wrap(writer.frame(false, 70_040, ByteBuffer.wrap(DELTA)))));
        assertThat(events.get(0)).isInstanceOf(FlvEvent.TrackChange.class);
        assertThat(((FlvEvent.TrackChange) events.get(0)).shape()).isEqualTo(track.shape());
        List<AccessUnit> units = events.stream()
                .filter(FlvEvent.Unit.class::isInstance)
                .map(event -> ((FlvEvent.Unit) event).unit())
                .toList();
        assertThat(units).extracting(AccessUnit::key).containsExactly(true, false);
        assertThat(units).extracting(AccessUnit::captureMicros).containsExactly(1_000_000L, 70_040_000L);
        assertThat(units.get(0).payload().toArray()).isEqualTo(KEY);
        assertThat(units.get(1).payload().toArray()).isEqualTo(DELTA);
    }
}
