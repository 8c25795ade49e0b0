package dev.fanlight.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.Fixture;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.H265Config;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.testing.RtpReceiver;
import dev.fanlight.testing.RtpReceiver.Format;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves as packets arrives as it was. */
class RtpPacketizerTest {

    private static final int MAX = RtpPacketizer.MAX_PAYLOAD_BYTES;

    private final Random random = new Random(20_261_130);
    private final RtpStream stream = new RtpStream(96, 90_000, random);

    @ParameterizedTest
    @ValueSource(ints = {2, 1_000, MAX - 1, MAX, MAX + 1, 2 * MAX - 4, 2 * MAX - 3, 2 * MAX, 200_000})
    void unitsOfH264AndH265OfEverySizeArriveAsTheyWere(int size) throws BitstreamException {
        for (NalConfig config : List.of(h264(), h265())) {
            Format format = config instanceof H264Config ? Format.H264 : Format.H265;
            RtpReceiver receiver = new RtpReceiver(format);
            ByteBuffer unit = unit(nal(config, 40), nal(config, size), nal(config, 3));
            send(receiver, NalPacketizer.of(config).split(false, unit));
            assertThat(receiver.units).extracting(RtpReceiver.Unit::bytes).containsExactly(unit);
        }
    }

    @Test
    void aKeyFrameHasItsParameterSetsInFront() throws BitstreamException {
        RtpReceiver receiver = new RtpReceiver(Format.H265);
        ByteBuffer nal = nal(h265(), 5_000);
        send(receiver, NalPacketizer.of(h265()).split(true, unit(nal)));
        List<ByteBuffer> expected = new ArrayList<>(h265().parameterSets());
        expected.add(nal);
        assertThat(NalUnits.splitLengthPrefixed(receiver.units.get(0).bytes())).isEqualTo(expected);
    }

    @Test
    void aUnitThatIsNotInTheFormThatTravelsIsRefused() {
        assertThatThrownBy(() -> NalPacketizer.of(h264()).split(false, ByteBuffer.wrap(new byte[] {0, 0, 0, 9, 1})))
                .isInstanceOf(BitstreamException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 371, MAX - 4, MAX - 3, 4_000, AacPacketizer.MAX_FRAME_BYTES})
    void framesOfAacArriveAsTheyWere(int size) {
        RtpReceiver receiver = new RtpReceiver(Format.AAC);
        ByteBuffer frame = bytes(size);
        send(receiver, new AacPacketizer().split(true, frame));
        assertThat(receiver.units).extracting(RtpReceiver.Unit::bytes).containsExactly(frame);
    }

    @Test
    void aFrameOfAacThatNoHeaderCanNameIsNotSent() {
        assertThat(new AacPacketizer().split(true, bytes(AacPacketizer.MAX_FRAME_BYTES + 1)))
                .isEmpty();
    }

    @Test
    void samplesAreSplitBetweenTwoAndEachPartHasItsOwnTime() {
        RtpReceiver receiver = new RtpReceiver(Format.WHOLE);
        ByteBuffer samples = bytes(3_001 * 2);
        send(receiver, new SamplePacketizer(2).split(true, samples));
        ByteBuffer joined = ByteBuffer.allocate(samples.remaining());
        for (RtpReceiver.Unit unit : receiver.units) {
            assertThat(unit.timestamp() - receiver.units.get(0).timestamp()).isEqualTo(joined.position() / 2);
            joined.put(unit.bytes().duplicate());
        }
        assertThat(joined.flip()).isEqualTo(samples);
    }

    private void send(RtpReceiver receiver, List<RtpPayload> payloads) {
        for (RtpPayload payload : payloads) {
            ByteBuffer packet = ByteBuffer.allocate(RtpStream.size(payload));
            assertThat(packet.capacity()).isLessThanOrEqualTo(RtpPacketizer.MAX_PACKET_BYTES);
            stream.write(payload, 1_000_000, packet);
            assertThat(packet.hasRemaining()).isFalse();
            receiver.take(packet.flip());
        }
    }

    private static ByteBuffer unit(ByteBuffer... nals) {
        ByteBuffer unit = ByteBuffer.allocate(NalUnits.prefixedSize(List.of(nals)));
        NalUnits.writeLengthPrefixed(List.of(nals), unit);
        return unit.flip();
    }

    /** A slice of this size. */
    private ByteBuffer nal(NalConfig config, int size) {
        ByteBuffer nal = bytes(size);
        return config instanceof H264Config
                ? nal.put(0, (byte) 0x65)
                : nal.put(0, (byte) 0x26).put(1, (byte) 0x01);
    }

    private ByteBuffer bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private static NalConfig h264() throws BitstreamException {
        return H264Config.parse(Fixture.record("reordered.avcC.hex"));
    }

    private static NalConfig h265() throws BitstreamException {
        return H265Config.parse(Fixture.record("main.hvcC.hex"));
    }
}
