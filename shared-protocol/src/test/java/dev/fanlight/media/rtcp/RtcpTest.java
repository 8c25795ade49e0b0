package dev.fanlight.media.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.rtp.RtpStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is written is read; what is broken is left out. */
class RtcpTest {

    private static final int SOURCE = 0xCAFEBABE;

    @Test
    void aCompoundOfAReceiverIsReadAsItWasMeant() {
        byte[] compound = new RtcpWriter(7)
                .reception(new ReceptionReport(SOURCE, 13, 5, 65_540, 0, 0))
                .missing(SOURCE, List.of(65_535L, 65_536L, 65_550L, 65_600L))
                .keyFrameNeeded(SOURCE)
                .bitrate(SOURCE, 4_000_000)
                .toBytes();
        assertThat(RtcpReader.read(ByteBuffer.wrap(compound)))
                .containsExactly(
                        new RtcpEvent.Reception(SOURCE, 13, 65_540),
                        new RtcpEvent.Missing(SOURCE, List.of(65_535, 0, 14, 64)),
                        new RtcpEvent.KeyFrameNeeded(SOURCE));
    }

    @Test
    void aReportOfASenderNamesAMoment() {
        RtpStream stream = new RtpStream(96, 90_000, new Random(1));
        byte[] report = stream.report(1_000_000, 1_700_000_000_000_000L, "name");
        assertThat(RtcpReader.read(ByteBuffer.wrap(report)))
                .containsExactly(new RtcpEvent.Clock(
                        stream.source(), (1_700_000_000L + 2_208_988_800L) << 32, stream.timestamp(1_000_000)));
    }

    @Test
    void noMoreIsAskedForOrReadThanIsAllowed() {
        List<Long> many = LongStream.range(0, 1_000).map(i -> i * 20).boxed().toList();
        RtcpEvent.Missing missing = (RtcpEvent.Missing) RtcpReader.read(ByteBuffer.wrap(
                        new RtcpWriter(7).nothing().missing(SOURCE, many).toBytes()))
                .get(0);
        assertThat(missing.sequences()).hasSize(RtcpWriter.MAX_MISSING);
        ByteBuffer all = ByteBuffer.allocate(12 + 4 * 280);
        all.putInt(0x81CD0000 | (all.capacity() / 4 - 1)).putInt(7).putInt(SOURCE);
        IntStream.range(0, 280).forEach(i -> all.putInt(0x0000FFFF));
        RtcpEvent.Missing read = (RtcpEvent.Missing) RtcpReader.read(all.flip()).get(0);
        assertThat(read.sequences()).hasSizeLessThanOrEqualTo(RtcpReader.MAX_MISSING);
        ByteBuffer goodbyes = ByteBuffer.allocate(8 * 180);
        IntStream.range(0, 180).forEach(i -> goodbyes.putInt(0x81CB0001).putInt(i));
        assertThat(RtcpReader.read(goodbyes.flip())).hasSize(RtcpReader.MAX_EVENTS);
    }

    @Test
    void randomCompoundsAreSurvived() {
        Random random = new Random(20_261_130);
        byte[] good = new RtcpWriter(7)
                .reception(new ReceptionReport(SOURCE, 13, 5, 65_540, 0, 0))
                .missing(SOURCE, List.of(1L, 2L))
                .keyFrameNeeded(SOURCE)
                .toBytes();
        for (int i = 0; i < 5_000; i++) {
            byte[] bad = java.util.Arrays.copyOf(good, random.nextInt(good.length + 40));
            for (int flips = random.nextInt(8); flips > 0 && bad.length > 0; flips--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            assertThat(RtcpReader.read(ByteBuffer.wrap(bad))).hasSizeLessThanOrEqualTo(RtcpReader.MAX_EVENTS);
        }
    }
}
