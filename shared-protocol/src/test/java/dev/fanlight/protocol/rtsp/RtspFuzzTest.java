package dev.fanlight.protocol.rtsp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/** Feeds anything to the readers of RTSP. A build replays the committed inputs; {@code make fuzz} looks for new ones. */
class RtspFuzzTest {

    /** In one piece and byte by byte the same requests come, or the same refusal. */
    @FuzzTest(maxDuration = "60s")
    void requests(byte[] input) {
        Assertions.assertEquals(read(input, input.length), read(input, 1));
    }

    @FuzzTest(maxDuration = "60s")
    void transports(byte[] input) {
        Assertions.assertNotNull(RtspTransport.parse(new String(input, StandardCharsets.ISO_8859_1)));
    }

    private static List<String> read(byte[] input, int pieces) {
        List<String> read = new ArrayList<>();
        RtspReader reader = new RtspReader();
        try {
            for (int at = 0; at < input.length; at += pieces) {
                ByteBuffer piece = ByteBuffer.wrap(input, at, Math.min(pieces, input.length - at));
                for (Optional<RtspRequest> next = reader.next(piece); next.isPresent(); next = reader.next(piece)) {
                    read.add(next.get().method()
                            + next.get().sequence()
                            + next.get().headers().size());
                }
            }
        } catch (BitstreamException e) {
            read.add(e.getMessage());
        }
        return read;
    }
}
