package dev.fanlight.relay.gateway.still;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegReaderTest {

    private static final int SEED = 5;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000, 100_000})
    void findsEachJpegHoweverTheStreamIsCut(int size) throws IOException {
        List<byte[]> jpegs = List.of(noise(3), noise(40_000), "\r\n--ffmpeg\r\n".getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(ascii("--ffmpeg\r\n"));
        for (byte[] jpeg : jpegs) {
            stream.writeBytes(ascii("Content-type: image/jpeg\r\nContent-length: " + jpeg.length + "\r\n\r\n"));
            stream.writeBytes(jpeg);
            stream.writeBytes(ascii("\r\n--ffmpeg\r\n"));
        }
        assertThat(read(stream.toByteArray(), size)).containsExactlyElementsOf(jpegs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-length: 4194305\r\n",
                "Content-length: 0\r\n",
                "Content-length: -1\r\n",
                "Content-length: 99999999999999999999\r\n",
                "Content-length: x\r\n"
            })
    void refusesALengthThatIsTooLargeOrNone(String header) {
        assertThatThrownBy(() -> read(ascii(header), 10)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesALineWithoutAnEnd() {
        assertThatThrownBy(() -> read(new byte[JpegReader.MAX_LINE + 1], 64)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(noise(100_000), 1_000)).isInstanceOf(IOException.class);
    }

    private static List<byte[]> read(byte[] stream, int size) throws IOException {
        JpegReader reader = new JpegReader();
        List<byte[]> all = new ArrayList<>();
        for (int from = 0; from < stream.length; from += size) {
            all.addAll(reader.read(Arrays.copyOfRange(stream, from, Math.min(stream.length, from + size))));
        }
        return all;
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
