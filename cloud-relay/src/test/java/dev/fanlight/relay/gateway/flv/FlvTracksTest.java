package dev.fanlight.relay.gateway.flv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AacConfig;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.DataConfig;
import dev.fanlight.media.DataShape;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp9Config;
import dev.fanlight.media.aac.AudioSpecificConfig;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.wire.StreamBuffer;
import dev.fanlight.relay.wire.StreamBuffer.Transport;
import dev.fanlight.relay.wire.WireFrame;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlvTracksTest {

    private static final Track MAIN =
            Track.of(0, Track.MAIN, new Vp9Config("vp09.00.10.08", Optional.empty()), VideoShape.of(640, 360));
    private static final Track LOW =
            Track.of(1, Track.LOW, new Vp9Config("vp09.00.10.08", Optional.empty()), VideoShape.of(320, 180));
    private static final MediaHeader HEADER = header(2_500_000);

    @Test
    void theMainRenditionAndOneTrackOfSoundAreCarried() {
        FlvTracks tracks = tracks(LOW, MAIN, sound(2, 48_000), sound(3, 44_100), data());
        assertThat(tracks.writer(0)).isPresent();
        assertThat(tracks.writer(1)).isEmpty();
        assertThat(tracks.writer(2)).isPresent();
        assertThat(tracks.writer(3)).isEmpty();
        assertThat(tracks.writer(4)).isEmpty();
    }

    @Test
    void theHeaderOfTheStreamNamesWhatThereIs() {
        byte[] video = tracks(MAIN).headers(Optional.empty(), HEADER);
        assertThat(video[4]).isEqualTo((byte) 1);
        assertThat(video).hasSize(13);
        byte[] both = tracks(MAIN, sound(2, 48_000)).headers(Optional.empty(), HEADER);
        assertThat(both[4]).isEqualTo((byte) 5);
        assertThat(both).hasSize(13 + 11 + 4 + 4);
    }

    @Test
    void onlySequenceHeadersThatHaveChangedAreSentAgain() {
        FlvTracks before = tracks(MAIN, sound(2, 48_000));
        assertThat(tracks(MAIN, sound(5, 48_000)).headers(Optional.of(before), HEADER))
                .isEmpty();
        assertThat(tracks(MAIN, sound(2, 44_100)).headers(Optional.of(before), HEADER))
                .asHexString()
                .isEqualTo("080000040003E800000000" + "AF001210" + "0000000F");
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aTagIsMadeOnceForEachTransport(Transport transport) {
        FlvTracks tracks = tracks(MAIN);
        WireFrame frame = WireFrame.of(HEADER, ByteBuffer.wrap(new byte[] {1, 2, 3}), ByteBufAllocator.DEFAULT);
        SharedBuffer made = frame.in(tracks.form(transport));
        assertThat(frame.in(tracks.form(transport))).isSameAs(made);
        String tag = "090000080003e800000000" + "9176703039010203" + "00000013";
        String framed = transport == Transport.HTTP ? "31370d0a" + tag + "0d0a" : "8217" + tag;
        assertThat(ByteBufUtil.hexDump(((StreamBuffer) made).buffer())).isEqualTo(framed);
        frame.release();
    }

    @Test
    void framesFromBeforeTheBeginningHaveItsTime() {
        assertThat(tracks(MAIN).millis(header(1_000_000))).isZero();
    }

    /** Time 0 is a capture time of 1.5 s. */
    private static FlvTracks tracks(Track... tracks) {
        return new FlvTracks(new TrackSet(1, List.of(tracks)), 1_500_000);
    }

    private static Track sound(int id, int rate) {
        return Track.of(
                id,
                Track.AUDIO,
                AacConfig.of(AudioSpecificConfig.of(AudioSpecificConfig.LOW_COMPLEXITY, rate, 2)),
                new AudioShape(rate, 2));
    }

    private static Track data() {
        return Track.of(4, "data", new DataConfig("application/json"), new DataShape());
    }

    private static MediaHeader header(long captureMicros) {
        return new MediaHeader(MediaKind.VIDEO, MediaHeader.KEY, 0, 0, 0, captureMicros, 1, 0);
    }
}
