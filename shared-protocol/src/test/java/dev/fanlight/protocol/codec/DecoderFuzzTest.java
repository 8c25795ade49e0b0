package dev.fanlight.protocol.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.fanlight.media.h264.AvcConfiguration;
import dev.fanlight.media.h264.BitstreamException;
import dev.fanlight.media.h264.NalUnits;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/**
 * Feeds anything to the readers. A build replays the committed inputs beside this class’s resources; {@code make fuzz} looks
 * for new ones.
 */
class DecoderFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void controlMessages(byte[] input) {
        try {
            check(MessageDecoder.fromAgent(input));
        } catch (ProtocolException e) {
            Assertions.assertNotNull(e.reason());
        }
        try {
            check(MessageDecoder.toPlayer(input));
        } catch (ProtocolException e) {
            Assertions.assertNotNull(e.reason());
        }
    }

    @FuzzTest(maxDuration = "60s")
    void mediaHeaders(byte[] input) {
        try {
            ByteBuffer written = ByteBuffer.allocate(MediaCodec.HEADER_BYTES);
            MediaCodec.write(MediaCodec.read(ByteBuffer.wrap(input)), written);
            Assertions.assertEquals(
                    ByteBuffer.wrap(input, 0, MediaCodec.HEADER_BYTES).slice(), written.flip());
        } catch (ProtocolException e) {
            Assertions.assertNotNull(e.reason());
        }
    }

    @FuzzTest(maxDuration = "60s")
    void parameterSets(byte[] input) {
        try {
            AvcConfiguration.parse(input);
        } catch (BitstreamException e) {
            Assertions.assertNotNull(e.getMessage());
        }
        try {
            AvcConfiguration.of(NalUnits.splitAnnexB(ByteBuffer.wrap(input)));
        } catch (BitstreamException e) {
            Assertions.assertNotNull(e.getMessage());
        }
    }

    private static void check(Optional<? extends Message> decoded) {
        decoded.ifPresent(DecoderFuzzTest::check);
    }

    private static void check(Message message) {
        String text = MessageEncoder.encode(message);
        Assertions.assertTrue(text.startsWith("{\"type\":\"" + message.type().wireName() + "\""));
    }
}
