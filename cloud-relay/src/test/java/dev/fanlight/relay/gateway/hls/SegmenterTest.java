package dev.fanlight.relay.gateway.hls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AudioShape;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp9Config;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.vp.VpConfiguration;
import dev.fanlight.relay.cmaf.CmafTracks;
import dev.fanlight.relay.cmaf.CmafUnit;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmenterTest {

    private static final double SECOND = 1_000_000;
    private static final int FRAME = 40_000;
    private static final long SEED = 18;

    private final Segmenter segmenter = new Segmenter(new HlsMemory(Long.MAX_VALUE / 4));
    private long micros;

    /** What players check of a playlist (RFC 8216bis §4.4.4.9), at the rates that cameras have. */
    @ParameterizedTest
    @ValueSource(doubles = {5, 7, 10, 12, 12.5, 15, 20, 24, 25, 29.97, 30, 50, 59.94, 60, 120})
    void partsAreAsLongAsAnnouncedThoughCaptureTimesAreNeverExact(double rate) {
        Random random = new Random(SEED);
        segmenter.tracks(tracks(1, rate));
        int gop = (int) Math.ceil(rate);
        for (int i = 0; i < 8 * gop; i++) {
            micros = Math.round((i + random.nextDouble() * 0.04) * SECOND / rate);
            segmenter.video(unit(i % gop == 0));
        }
        long announced = window().target().announcedMicros();
        assertThat(window().segments()).hasSizeGreaterThan(4);
        for (Segment segment : window().segments()) {
            int last = segment.number() == window().open().number() ? 0 : 1;
            for (Part part :
                    segment.parts().subList(0, Math.max(0, segment.parts().size() - last))) {
                assertThat(part.micros()).isBetween(announced * 85 / 100, announced);
            }
            assertThat(segment.parts()).allMatch(part -> part.micros() <= announced);
        }
    }

    @Test
    void noPartOfAPlaylistLastsLongerThanAnnouncedThoughTheCameraSendsLessForAWhile() {
        segmenter.tracks(tracks(1, 25));
        add(50, 25);
        long usual = window().announced().announcedMicros();
        assertThat(MediaPlaylist.of(window(), false)).contains("PART-TARGET=" + MediaPlaylist.seconds(usual));
        for (int i = 0; i < 10; i++) {
            micros += 1_000_000;
            segmenter.video(unit(true));
            assertThat(listedParts())
                    .allMatch(part -> part.micros() <= window().announced().announcedMicros());
        }
        assertThat(window().announced().holdBackMicros()).isBetween(3_000_000L, 4_000_000L);
        add(150, 25);
        assertThat(window().announced().announcedMicros()).isEqualTo(usual);
    }

    private List<Part> listedParts() {
        List<Segment> listed = window().listed();
        return IntStream.range(0, listed.size())
                .filter(i -> window().hasParts(i))
                .mapToObj(listed::get)
                .flatMap(segment -> segment.parts().stream())
                .toList();
    }

    @Test
    void segmentsBeginAtTheFirstKeyFrameAfterASecond() {
        segmenter.tracks(tracks(1, 25));
        add(100, 10);
        assertThat(window().segments().stream().map(segment -> segment.micros() / FRAME))
                .containsExactly(10L, 30L, 30L, 25L);
        assertThat(window().segments())
                .allMatch(segment -> segment.parts().get(0).independent());
    }

    @Test
    void nothingBeginsWithoutAKeyFrame() {
        segmenter.tracks(tracks(1, 25));
        addToGop(50);
        assertThat(segmenter.window()).isEmpty();
    }

    @Test
    void aGopWithoutAnEndIsCutOffAndGoesOnWithTheNextKeyFrame() {
        segmenter.tracks(tracks(1, 25));
        add(400, 1_000);
        assertThat(segmenter.needsKeyFrame()).isFalse();
        assertThat(window().segments()).hasSize(2);
        assertThat(window().segments().get(0).micros()).isBetween(12_000_000L, 12_300_000L);
        assertThat(window().open().parts()).isEmpty();
        add(20, 1_000);
        assertThat(window().open()).returns(true, Segment::discontinuity).returns(1L, Segment::number);
        assertThat(window().targetSeconds()).isEqualTo(13);
    }

    @Test
    void aLongSegmentAsksForAKeyFrame() {
        segmenter.tracks(tracks(1, 25));
        add(3, 1_000);
        assertThat(segmenter.needsKeyFrame()).as("before the first part").isFalse();
        addToGop(10);
        assertThat(segmenter.needsKeyFrame()).as("for the first segment").isTrue();
        add(3, 1_000);
        assertThat(segmenter.needsKeyFrame()).as("in a new segment").isFalse();
        addToGop(60);
        assertThat(segmenter.needsKeyFrame()).as("after 2 s").isTrue();
    }

    @Test
    void aPauseIsNoLongFrame() {
        segmenter.tracks(tracks(1, 25));
        add(30, 1_000);
        micros += 60_000_000;
        add(30, 1_000);
        assertThat(window().segments().get(0).micros()).isEqualTo(30L * FRAME);
        assertThat(window().open().discontinuity()).isTrue();
    }

    @Test
    void soundLiesInThePartsOfItsTime() {
        segmenter.tracks(tracks(1, 25));
        assertThat(segmenter.sound(0, packet())).as("before the first frame").isFalse();
        segmenter.video(unit(true));
        assertThat(segmenter.sound(5_000, packet())).isTrue();
        for (int i = 0; i < 8; i++) {
            micros += FRAME;
            segmenter.video(unit(false));
        }
        Part first = window().part(0, 0).orElseThrow();
        assertThat(first.bytes().toString("ISO-8859-1"))
                .contains("packet of sound")
                .contains("frame of video");
    }

    @Test
    void oldSegmentsGoAndTheirDiscontinuitiesAreCounted() {
        segmenter.tracks(tracks(1, 25));
        add(30, 25);
        segmenter.tracks(tracks(2, 25));
        add(25 * 30, 25);
        String playlist = MediaPlaylist.of(window(), false);
        assertThat(window().segments()).hasSize(1 + LiveWindow.LISTED + LiveWindow.GRACE);
        assertThat(playlist.lines().filter(line -> line.startsWith("#EXTINF"))).hasSize(LiveWindow.LISTED);
        assertThat(playlist)
                .contains("#EXT-X-DISCONTINUITY-SEQUENCE:1\n", "#EXT-X-MAP:URI=\"init-2.mp4\"\n")
                .contains("#EXT-X-MEDIA-SEQUENCE:" + (window().open().number() - LiveWindow.LISTED) + "\n");
        assertThat(window().inits()).containsOnlyKeys(2);
    }

    @Test
    void aPlayerThatKnowsTheOlderSegmentsGetsTheNewerOnesOnly() {
        segmenter.tracks(tracks(1, 25));
        add(25 * 10 + 1, 25);
        assertThat(MediaPlaylist.of(window(), false))
                .contains("\n0.m4s\n", "\n9.m4s\n")
                .doesNotContain("#EXT-X-SKIP");
        assertThat(MediaPlaylist.of(window(), true))
                .contains("#EXT-X-MEDIA-SEQUENCE:0\n", "#EXT-X-SKIP:SKIPPED-SEGMENTS=3\n", "\n3.m4s\n", "\n9.m4s\n")
                .doesNotContain("\n2.m4s\n", "#EXT-X-MAP");
    }

    @Test
    void aPlaylistThatIsTooShortToSkipAnythingIsWhole() {
        segmenter.tracks(tracks(1, 25));
        add(25 * 5, 25);
        assertThat(MediaPlaylist.of(window(), true)).isEqualTo(MediaPlaylist.of(window(), false));
    }

    private void add(int frames, int gop) {
        for (int i = 0; i < frames; i++) {
            segmenter.video(unit(i % gop == 0));
            micros += FRAME;
        }
    }

    private void addToGop(int frames) {
        for (int i = 0; i < frames; i++) {
            segmenter.video(unit(false));
            micros += FRAME;
        }
    }

    private LiveWindow window() {
        return segmenter.window().orElseThrow();
    }

    private CmafUnit unit(boolean key) {
        return new CmafUnit(micros, 0, key, micros, ByteBuffer.wrap("frame of video".getBytes(US_ASCII)));
    }

    private static ByteBuffer packet() {
        return ByteBuffer.wrap("packet of sound".getBytes(US_ASCII));
    }

    private static CmafTracks tracks(long epoch, double rate) {
        try {
            VpConfiguration record = VpConfiguration.parse(new byte[] {0, 10, (byte) 0x82, 1, 1, 1, 0, 0});
            Track video = Track.of(
                    0,
                    Track.MAIN,
                    new Vp9Config("vp09.00.10.08", Optional.of(record)),
                    VideoShape.of(64, 48).withFrameRate(rate));
            Track sound = Track.of(1, Track.AUDIO, new OpusConfig(Optional.empty()), new AudioShape(48_000, 1));
            return CmafTracks.of(new TrackSet(epoch, List.of(video, sound))).orElseThrow();
        } catch (BitstreamException e) {
            throw new AssertionError(e);
        }
    }
}
