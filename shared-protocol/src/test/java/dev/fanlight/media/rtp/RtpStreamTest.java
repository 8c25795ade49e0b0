package dev.fanlight.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpStreamTest {

    private final RtpStream stream = new RtpStream(97, 48_000, new Random(1));

    @Test
    void timestampsCountTheClockFromARandomNumberAndWrap() {
        int first = stream.timestamp(0);
        assertThat(stream.timestamp(20_000) - first).isEqualTo(960);
        assertThat(stream.timestamp(-20_000) - first).isEqualTo(-960);
        assertThat(stream.timestamp(90_000_000_000L) - first).isEqualTo((int) (90_000L * 48_000));
    }

    @Test
    void aSenderReportSaysWhichTimestampWasWhen() {
        ByteBuffer packet = ByteBuffer.allocate(100);
        stream.write(RtpPayload.whole(ByteBuffer.wrap(new byte[30]), true), 0, packet);
        ByteBuffer report = ByteBuffer.wrap(stream.report(1_500_000, 1_700_000_000_500_000L, "name"));
        assertThat(report.getInt()).isEqualTo(0x80C8_0006);
        assertThat(report.getInt()).isEqualTo(packet.getInt(8));
        assertThat(report.getInt()).isEqualTo((int) (1_700_000_000L + 2_208_988_800L));
        assertThat(report.getInt()).isEqualTo(0x8000_0000);
        assertThat(report.getInt()).isEqualTo(stream.timestamp(0) + 72_000);
        assertThat(report.getInt()).isEqualTo(1);
        assertThat(report.getInt()).isEqualTo(30);
        assertThat(report.getInt()).isEqualTo(0x81CA_0003);
        assertThat(report.getInt()).isEqualTo(packet.getInt(8));
        assertThat(report.getShort()).isEqualTo((short) 0x0104);
        byte[] name = new byte[4];
        report.get(name);
        assertThat(new String(name, StandardCharsets.US_ASCII)).isEqualTo("name");
        assertThat(report.remaining()).isEqualTo(2);
    }
}
