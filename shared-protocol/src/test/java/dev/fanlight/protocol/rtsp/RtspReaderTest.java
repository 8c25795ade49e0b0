package dev.fanlight.protocol.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtspReaderTest {

    private static final String OPTIONS = "OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n";
    private static final String PLAY = "PLAY rtsp://h/c/ RTSP/1.0\nCSeq:  7 \nSession:a\nContent-Length: 5\n\n$$$$$";
    private static final String REPORT = "$\1\0\3abc";

    private final RtspReader reader = new RtspReader();

    @Test
    void requestsAreReadInPiecesOfAnySizeWithoutWhatIsInterleaved() throws BitstreamException {
        String all = REPORT + OPTIONS + REPORT + REPORT + "\r\n" + PLAY + REPORT + OPTIONS;
        for (int size = 1; size < all.length(); size++) {
            List<RtspRequest> requests = read(all, size);
            assertThat(requests).extracting(RtspRequest::method).containsExactly("OPTIONS", "PLAY", "OPTIONS");
            assertThat(requests.get(1).uri()).isEqualTo("rtsp://h/c/");
            assertThat(requests.get(1).header("cseq")).contains("7");
            assertThat(requests.get(1).header("SESSION")).contains("a");
        }
    }

    @Test
    void whatIsNoRequestIsRefusedWithASentence() {
        assertRefused("GET\r\n\r\n", "this is no request of RTSP");
        assertRefused("\3\0\0", "this is no request of RTSP");
        assertRefused("A B C\r\nno colon\r\n\r\n", "a header has a name and a value");
        assertRefused("A B C\r\nContent-Length: 4097\r\n\r\n", "the body of a request has at most 4096 bytes");
        assertRefused("A B C\r\nContent-Length: -1\r\n\r\n", "the body of a request has at most 4096 bytes");
        assertRefused("A B C\r\n" + "a: b\r\n".repeat(65) + "\r\n", "a request has at most 64 headers");
        assertRefused("A " + "b".repeat(1_025) + " C\r\n\r\n", "an address has at most 1024 characters");
        assertRefused("A".repeat(8_193), "a request without its body has at most 8192 bytes");
    }

    @Test
    void sixtyFourHeadersAreRead() throws BitstreamException {
        assertThat(new RtspReader().next(bytes("A B C\r\n" + "a: b\r\n".repeat(64) + "\r\n")))
                .isPresent();
    }

    @Test
    void anyBytesAreReadOrRefused() {
        Random random = new Random(554);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = (OPTIONS + PLAY + REPORT).getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < 4; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                ByteBuffer in = ByteBuffer.wrap(bytes);
                RtspReader each = new RtspReader();
                while (each.next(in).isPresent()) {
                    assertThat(in.position()).isPositive();
                }
                assertThat(in.hasRemaining()).isFalse();
            } catch (BitstreamException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }

    private List<RtspRequest> read(String text, int size) throws BitstreamException {
        List<RtspRequest> requests = new ArrayList<>();
        ByteBuffer all = bytes(text);
        while (all.hasRemaining()) {
            ByteBuffer piece = all.slice(all.position(), Math.min(size, all.remaining()));
            all.position(all.position() + piece.remaining());
            Optional<RtspRequest> next = reader.next(piece);
            while (next.isPresent()) {
                requests.add(next.get());
                next = reader.next(piece);
            }
        }
        return requests;
    }

    private static void assertRefused(String text, String sentence) {
        assertThatThrownBy(() -> new RtspReader().next(bytes(text)))
                .isInstanceOf(BitstreamException.class)
                .hasMessage(sentence);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
