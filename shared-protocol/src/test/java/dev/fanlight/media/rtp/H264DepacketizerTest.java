package dev.fanlight.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.Fixture;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Packets become access units again, or none. */
class H264DepacketizerTest {

    private final Random random = new Random(20_261_130);
    private final H264Depacketizer depacketizer = new H264Depacketizer();

    @Test
    void whatThePacketizerSplitsIsJoined() throws BitstreamException {
        for (int size : List.of(2, 100, 1_187, 1_188, 1_189, 5_000, 200_000)) {
            ByteBuffer nal = nal(size);
            packets(nal).forEach(payload -> depacketizer.add(joined(payload)));
            assertThat(depacketizer.end()).containsExactly(nal);
        }
    }

    @Test
    void unitsThatShareAPacketAreParted() {
        depacketizer.add(ByteBuffer.wrap(new byte[] {0x78, 0, 2, 0x67, 1, 0, 3, 0x68, 2, 3}));
        depacketizer.add(ByteBuffer.wrap(new byte[] {0x65, 4, 5}));
        assertThat(depacketizer.end())
                .containsExactly(
                        ByteBuffer.wrap(new byte[] {0x67, 1}),
                        ByteBuffer.wrap(new byte[] {0x68, 2, 3}),
                        ByteBuffer.wrap(new byte[] {0x65, 4, 5}));
    }

    @Test
    void anAccessUnitThatMissesSomethingIsNone() throws BitstreamException {
        List<RtpPayload> packets = packets(nal(5_000));
        depacketizer.add(joined(packets.get(1)));
        assertThat(depacketizer.end()).isEmpty();
        depacketizer.add(joined(packets.get(0)));
        assertThat(depacketizer.end()).isEmpty();
        depacketizer.add(ByteBuffer.wrap(new byte[] {0x78, 0, 9, 0x67, 1}));
        assertThat(depacketizer.end()).isEmpty();
        depacketizer.add(ByteBuffer.wrap(new byte[] {0x65, 4, 5}));
        assertThat(depacketizer.end()).hasSize(1);
    }

    @Test
    void aUnitThatDoesNotEndStaysBroken() {
        byte[] large = new byte[16 * 1024 * 1024];
        large[0] = 0x41;
        for (int i = 0; i < 130; i++) {
            depacketizer.add(ByteBuffer.wrap(large));
        }
        depacketizer.add(ByteBuffer.wrap(new byte[] {0x65, 4, 5}));
        assertThat(depacketizer.end()).isEmpty();
        depacketizer.add(ByteBuffer.wrap(new byte[] {0x65, 4, 5}));
        assertThat(depacketizer.end()).hasSize(1);
    }

    @Test
    void randomPayloadsAreSurvivedAndLimited() {
        for (int i = 0; i < 5_000; i++) {
            byte[] payload = new byte[random.nextInt(1_400)];
            random.nextBytes(payload);
            depacketizer.add(ByteBuffer.wrap(payload));
            if (random.nextInt(1_000) == 0) {
                assertThat(depacketizer.end()).hasSizeLessThanOrEqualTo(H264Depacketizer.MAX_NALS);
            }
        }
    }

    private List<RtpPayload> packets(ByteBuffer nal) throws BitstreamException {
        ByteBuffer unit = ByteBuffer.allocate(4 + nal.remaining());
        NalUnits.writeLengthPrefixed(List.of(nal), unit);
        return NalPacketizer.of(config(), 1_188).split(false, unit.flip());
    }

    private static ByteBuffer joined(RtpPayload payload) {
        return ByteBuffer.allocate(payload.size())
                .put(payload.head())
                .put(payload.body().duplicate())
                .flip();
    }

    private ByteBuffer nal(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        bytes[0] = 0x41;
        return ByteBuffer.wrap(bytes);
    }

    private static H264Config config() throws BitstreamException {
        return H264Config.parse(Fixture.record("reordered.avcC.hex"));
    }
}
