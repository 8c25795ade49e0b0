package dev.fanlight.media.amf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AmfTest {

    @Test
    void whatIsWrittenIsReadAgain() throws BitstreamException {
        List<AmfValue> values = List.of(
                AmfValue.of("connect"),
                AmfValue.of(1.5),
                new AmfValue.Flag(true),
                AmfValue.NULL,
                AmfValue.of("long".repeat(20_000)),
                new AmfValue.Members(Map.of("app", AmfValue.of("live"), "nested", new AmfValue.Members(Map.of()))),
                new AmfValue.Items(List.of(AmfValue.of("hvc1"), new AmfValue.Items(List.of()))));
        AmfReader in = new AmfReader(AmfWriter.write(values));
        for (AmfValue value : values) {
            assertThat(in.next()).isEqualTo(value);
        }
        assertThat(in.hasNext()).isFalse();
    }

    @Test
    void datesArraysOfMembersTypedObjectsAndWhatHasNoValueAreRead() throws BitstreamException {
        assertThat(read("0b 3ff0000000000000 0000")).isEqualTo(AmfValue.of(1));
        assertThat(read("08 00000000 0001 61 0101 0000 09"))
                .isEqualTo(new AmfValue.Members(Map.of("a", new AmfValue.Flag(true))));
        assertThat(read("10 0001 54 0001 61 05 0000 09")).isEqualTo(new AmfValue.Members(Map.of("a", AmfValue.NULL)));
        assertThat(read("06")).isEqualTo(AmfValue.NULL);
        assertThat(read("07 0001")).isEqualTo(AmfValue.NULL);
        assertThat(read("0f 00000001 3c")).isEqualTo(AmfValue.of("<"));
    }

    @Test
    void whatIsCutOffAnywhereIsRefused() {
        byte[] whole = AmfWriter.write(List.of(new AmfValue.Members(Map.of(
                        "a", AmfValue.of(1), "b", new AmfValue.Items(List.of(AmfValue.of("x"), AmfValue.NULL))))))
                .array();
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer cut = ByteBuffer.wrap(whole, 0, length).slice();
            assertThatThrownBy(() -> new AmfReader(cut).next())
                    .as("%s bytes", cut.limit())
                    .isInstanceOf(BitstreamException.class);
        }
    }

    @Test
    void depthNumberOfValuesAndLengthsAreLimited() {
        assertRefused("0a 00000001".repeat(AmfReader.MAX_DEPTH + 2), "nested too deep");
        assertRefused("03" + "0001 61 03".repeat(AmfReader.MAX_DEPTH + 2), "nested too deep");
        assertRefused("0a 7fffffff", "too long");
        assertRefused("0a 000001ff" + "0a 00000002 05 05".repeat(300), "too many");
        assertRefused("0c ffffffff", "cut off");
        assertRefused("11", "unknown type 17");
    }

    @Test
    void anythingIsReadOrRefused() {
        long seed = 202_611_301L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            for (int at = 0; at < bytes.length; at += 1 + random.nextInt(4)) {
                bytes[at] = (byte) random.nextInt(18);
            }
            AmfReader in = new AmfReader(ByteBuffer.wrap(bytes));
            try {
                while (in.hasNext()) {
                    assertThat(in.next()).isNotNull();
                }
            } catch (BitstreamException e) {
                assertThat(e).hasMessageContaining("AMF");
            }
        }
    }

    private static void assertRefused(String hex, String reason) {
        assertThatThrownBy(() -> read(hex))
                .isInstanceOf(BitstreamException.class)
                .hasMessageContaining(reason);
    }

    private static AmfValue read(String hex) throws BitstreamException {
        return new AmfReader(ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")))).next();
    }
}
