package dev.fanlight.relay.bench.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.Track;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.h264.AvcConfiguration;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.MediaCodec;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class SyntheticStreamTest {

    private final StreamShape shape = StreamShape.of(StreamShape.STANDARD_FPS, StreamShape.STANDARD_BITS);
    private final SyntheticStream stream = new SyntheticStream(shape, 1, true);

    @Test
    void standardStreamIsTheOneOfThePublishedMeasurements() {
        assertThat(shape).isEqualTo(new StreamShape(30, 30, 40_000, 7_241));
    }

    @Test
    void otherStreamsHaveTheBitsTheyWereAskedFor() {
        assertThat(StreamShape.of(15, 500_000).bitsPerSecond()).isBetween(495_000L, 505_000L);
        assertThat(StreamShape.of(1, 100_000).bitsPerSecond()).isBetween(99_000L, 101_000L);
    }

    @Test
    void messageIsWholeAndNoLongerWhenOneByteIsAnother() throws ProtocolException {
        ByteBuffer message = stream.message(31, 1_000_000);
        MediaHeader header = MediaCodec.read(message);
        assertThat(header.isKey()).isFalse();
        assertThat(message.remaining()).isEqualTo(7_241);
        assertThat(stream.isWhole(header, message)).isTrue();
        message.put(7_240, (byte) (message.get(7_240) + 1));
        assertThat(stream.isWhole(header, message)).isFalse();
    }

    @Test
    void configurationIsOneThatPlayersCanRead() throws BitstreamException {
        Track track = stream.tracks().tracks().get(0);
        AvcConfiguration configuration =
                AvcConfiguration.parse(track.config().record().orElseThrow());
        assertThat(configuration.sps().codec()).isEqualTo(track.config().codec());
    }

    @Test
    void messageOfAnotherLengthIsNotWhole() throws ProtocolException {
        ByteBuffer message = stream.message(30, 1_000_000);
        MediaHeader header = MediaCodec.read(message);
        assertThat(header.isKey()).isTrue();
        assertThat(stream.isWhole(header, message.limit(39_999))).isFalse();
    }
}
