package dev.fanlight.protocol.rtmp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/** Feeds anything to the reader of RTMP. A build replays the committed inputs; {@code make fuzz} looks for new ones. */
class RtmpFuzzTest {

    /** In one piece and byte by byte the same messages come, or the same refusal. */
    @FuzzTest(maxDuration = "60s")
    void chunks(byte[] input) {
        List<String> whole = read(input, input.length);
        Assertions.assertEquals(whole, read(input, 1));
    }

    @FuzzTest(maxDuration = "60s")
    void hello(byte[] input) {
        ServerHandshake handshake = new ServerHandshake(new Random(1));
        ByteBuffer in = ByteBuffer.wrap(input);
        try {
            Assertions.assertEquals(input.length > 1536, handshake.take(in).isPresent());
        } catch (BitstreamException e) {
            Assertions.assertNotEquals(3, input[0]);
        }
    }

    private static List<String> read(byte[] input, int pieces) {
        List<String> read = new ArrayList<>();
        RtmpReader reader = new RtmpReader();
        try {
            for (int at = 0; at < input.length; at += pieces) {
                ByteBuffer piece = ByteBuffer.wrap(input, at, Math.min(pieces, input.length - at));
                for (Optional<RtmpMessage> next = reader.next(piece); next.isPresent(); next = reader.next(piece)) {
                    read.add(describe(next.get()));
                }
            }
        } catch (BitstreamException e) {
            read.add(e.getMessage());
        }
        return read;
    }

    private static String describe(RtmpMessage message) {
        String known = message.type() + " " + message.streamId() + " " + message.timestamp() + " ";
        if (message.type() != RtmpType.COMMAND && message.type() != RtmpType.COMMAND_AMF3) {
            return known + message.body().hashCode();
        }
        try {
            return known + RtmpCommand.read(message);
        } catch (BitstreamException e) {
            return known + e.getMessage();
        }
    }
}
