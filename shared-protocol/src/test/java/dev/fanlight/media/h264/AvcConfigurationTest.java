package dev.fanlight.media.h264;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class AvcConfigurationTest {

    private static final ByteBuffer BASELINE = hex("6742c01ed900a02ff930110000030001000003003c0f162e48");
    private static final ByteBuffer HIGH = hex("6764001eacd940a02ff930110000030001000003003c0f162d96");
    private static final ByteBuffer PPS = hex("68cb83cb20");

    @Test
    void recordIsLaidOutAsTheStandardSays() throws BitstreamException {
        AvcConfiguration made = AvcConfiguration.of(List.of(BASELINE, PPS));
        assertThat(HexFormat.of().formatHex(made.record()))
                .isEqualTo("0142c01effe1" + "0019" + "6742c01ed900a02ff930110000030001000003003c0f162e48" + "01"
                        + "0005" + "68cb83cb20");
    }

    @Test
    void highProfileGivesItsChromaFormat() throws BitstreamException {
        byte[] record = AvcConfiguration.of(List.of(HIGH, PPS)).record();
        assertThat(Arrays.copyOfRange(record, record.length - 4, record.length))
                .isEqualTo(HexFormat.of().parseHex("fdf8f800"));
    }

    @Test
    void recordIsReadBack() throws BitstreamException {
        AvcConfiguration made = AvcConfiguration.of(List.of(HIGH, PPS));
        assertThat(AvcConfiguration.parse(made.record()).sps()).isEqualTo(made.sps());
    }

    @Test
    void setsThatRepeatAreKeptOnce() throws BitstreamException {
        assertThat(AvcConfiguration.of(List.of(BASELINE, PPS, BASELINE, PPS)).record())
                .isEqualTo(AvcConfiguration.of(List.of(BASELINE, PPS)).record());
    }

    @Test
    void missingSetsAreNamed() {
        assertThatThrownBy(() -> AvcConfiguration.of(List.of(BASELINE)))
                .isInstanceOf(BitstreamException.class)
                .hasMessageContaining("no parameter sets");
    }

    @Test
    void everyCutRecordIsRefusedOrReadWithoutHarm() throws BitstreamException {
        byte[] record = AvcConfiguration.of(List.of(BASELINE, PPS)).record();
        for (int length = 0; length < record.length; length++) {
            byte[] cut = Arrays.copyOf(record, length);
            assertThatThrownBy(() -> AvcConfiguration.parse(cut)).isInstanceOf(BitstreamException.class);
        }
    }

    private static ByteBuffer hex(String text) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(text));
    }
}
