package dev.fanlight.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vectors of RFC 3711 and those of libsrtp, and what is sent arrives once. */
class SrtpTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final SrtpKeys COUNTER = new SrtpKeys(
            SrtpProfile.AES128_CM_HMAC_SHA1_80,
            HEX.parseHex("e1f97a0d3e018be0d64fa32c06de4139"),
            HEX.parseHex("0ec675ad498afeebb6960b3aabe6"));
    private static final SrtpKeys GCM = new SrtpKeys(
            SrtpProfile.AEAD_AES_128_GCM,
            HEX.parseHex("000102030405060708090a0b0c0d0e0f"),
            HEX.parseHex("a0a1a2a3a4a5a6a7a8a9aaab"));
    private static final String PLAIN = "800f1234decafbadcafebabe" + "ab".repeat(16);

    @Test
    void keysAreDerivedAsInTheAppendixOfRfc3711() {
        assertThat(COUNTER.derive(SrtpKeys.Label.RTP_ENCRYPTION, 16))
                .asHexString()
                .isEqualToIgnoringCase("c61e7a93744f39ee10734afe3ff7a087");
        assertThat(COUNTER.derive(SrtpKeys.Label.RTP_SALT, 14))
                .asHexString()
                .isEqualToIgnoringCase("30cbbc08863d8c85d49db34a9ae1");
        assertThat(COUNTER.derive(SrtpKeys.Label.RTP_AUTHENTICATION, 20))
                .asHexString()
                .isEqualToIgnoringCase("cebe321f6ff7716b6fd4ab49af256a156d38baa4");
    }

    @Test
    void packetsAreEncryptedAsLibsrtpDoes() {
        assertThat(encrypted(COUNTER, PLAIN))
                .isEqualTo("800f1234decafbadcafebabe" + "4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb");
        assertThat(encrypted(GCM, PLAIN))
                .isEqualTo("800f1234decafbadcafebabe"
                        + "c5002ede04cfdd2eb91159e0880aa06ed2976826f796b201df3131a127e8a392");
    }

    @ParameterizedTest
    @EnumSource
    void packetsArriveOnceInAnyOrderAlsoWhereTheirNumbersBeginAnew(SrtpProfile profile) {
        SrtpKeys keys = profile == SrtpProfile.AEAD_AES_128_GCM ? GCM : COUNTER;
        SrtpSender sender = new SrtpSender(keys);
        SrtpReceiver receiver = new SrtpReceiver(keys);
        Random random = new Random(20_261_130);
        byte[][] sent = new byte[2_000][];
        for (int i = 0; i < sent.length; i++) {
            byte[] packet = packet(65_000 + i, 7, random.nextInt(100));
            byte[] room = Arrays.copyOf(packet, packet.length + SrtpProfile.MAX_OVERHEAD_BYTES);
            sent[i] = Arrays.copyOf(room, sender.protect(room, packet.length));
        }
        for (int i = 0; i < sent.length; i += 2) {
            assertThat(take(receiver, sent[i + 1])).get().returns(65_001L + i, ReceivedPacket::index);
            assertThat(take(receiver, sent[i])).get().returns(65_000L + i, ReceivedPacket::index);
            assertThat(take(receiver, sent[i])).isEmpty();
        }
        assertThat(take(receiver, sent[0])).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPacketThatWasChangedIsNone(SrtpProfile profile) {
        SrtpKeys keys = profile == SrtpProfile.AEAD_AES_128_GCM ? GCM : COUNTER;
        byte[] good = HEX.parseHex(encrypted(keys, PLAIN));
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            assertThat(take(new SrtpReceiver(keys), bad)).as("byte %s", i).isEmpty();
            assertThat(take(new SrtpReceiver(keys), Arrays.copyOf(good, i))).isEmpty();
        }
        assertThat(take(new SrtpReceiver(keys), good)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void reportsArriveOnce(SrtpProfile profile) {
        SrtpKeys keys = profile == SrtpProfile.AEAD_AES_128_GCM ? GCM : COUNTER;
        SrtpSender sender = new SrtpSender(keys);
        SrtpReceiver receiver = new SrtpReceiver(keys);
        byte[] report = HEX.parseHex("81c8000bcafebabe" + "ab".repeat(16));
        for (int i = 0; i < 5; i++) {
            byte[] room = Arrays.copyOf(report, report.length + SrtpProfile.MAX_OVERHEAD_BYTES);
            byte[] sent = Arrays.copyOf(room, sender.protectReport(room, report.length));
            byte[] again = sent.clone();
            byte[] wrong = sent.clone();
            wrong[10] ^= 1;
            assertThat(receiver.unprotectReport(wrong, wrong.length)).isEqualTo(-1);
            assertThat(receiver.unprotectReport(sent, sent.length)).isEqualTo(report.length);
            assertThat(Arrays.copyOf(sent, report.length)).isEqualTo(report);
            assertThat(receiver.unprotectReport(again, again.length)).isEqualTo(-1);
        }
    }

    @Test
    void sourcesAreLimited() {
        SrtpSender sender = new SrtpSender(GCM);
        SrtpReceiver receiver = new SrtpReceiver(GCM);
        for (int source = 0; source <= SrtpReceiver.MAX_SOURCES; source++) {
            byte[] packet = packet(1, source, 10);
            byte[] room = Arrays.copyOf(packet, packet.length + SrtpProfile.MAX_OVERHEAD_BYTES);
            byte[] sent = Arrays.copyOf(room, sender.protect(room, packet.length));
            assertThat(take(receiver, sent).isPresent()).isEqualTo(source < SrtpReceiver.MAX_SOURCES);
        }
    }

    @Test
    void headersThatPromiseMoreThanThereIsAndPaddingAreRead() {
        assertThat(take(new SrtpReceiver(GCM), HEX.parseHex("90601234decafbadcafebabebede7fff" + "00".repeat(20))))
                .isEmpty();
        byte[] padded = HEX.parseHex("a0601234decafbadcafebabe0102030002");
        byte[] room = Arrays.copyOf(padded, padded.length + SrtpProfile.MAX_OVERHEAD_BYTES);
        byte[] sent = Arrays.copyOf(room, new SrtpSender(GCM).protect(room, padded.length));
        assertThat(take(new SrtpReceiver(GCM), sent).orElseThrow().payload())
                .isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    }

    private static String encrypted(SrtpKeys keys, String plain) {
        byte[] packet = HEX.parseHex(plain);
        byte[] room = Arrays.copyOf(packet, packet.length + SrtpProfile.MAX_OVERHEAD_BYTES);
        return HEX.formatHex(room, 0, new SrtpSender(keys).protect(room, packet.length));
    }

    private static Optional<ReceivedPacket> take(SrtpReceiver receiver, byte[] packet) {
        return receiver.unprotect(packet.clone(), packet.length);
    }

    private static byte[] packet(int sequence, int source, int payload) {
        return ByteBuffer.allocate(12 + payload)
                .put((byte) 0x80)
                .put((byte) 96)
                .putShort((short) sequence)
                .putInt(sequence * 3_000)
                .putInt(source)
                .array();
    }
}
