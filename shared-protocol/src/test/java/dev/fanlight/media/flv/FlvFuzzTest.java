package dev.fanlight.media.flv;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** Feeds anything to the readers of FLV. A build replays the committed inputs; {@code make fuzz} looks for new ones. */
class FlvFuzzTest {

    /** In one piece and byte by byte the same tags come, or the same refusal. */
    @FuzzTest(maxDuration = "60s")
    void tags(byte[] input) {
        List<String> whole = read(input, input.length);
        List<String> pieces = read(input, 1);
        Assertions.assertEquals(whole.get(whole.size() - 1), pieces.get(pieces.size() - 1));
        if (whole.size() > 1) {
            Assertions.assertEquals(whole, pieces);
        }
    }

    /** A tag is read whatever its body says, or refused with a sentence. */
    @FuzzTest(maxDuration = "60s")
    void bodies(byte[] input) {
        FlvReader reader = new FlvReader();
        try {
            for (FlvTagType type : List.of(FlvTagType.VIDEO, FlvTagType.AUDIO)) {
                List<FlvEvent> unused = reader.read(type, 0, ByteBuffer.wrap(input));
            }
        } catch (BitstreamException e) {
            Assertions.assertFalse(e.getMessage().isEmpty());
        }
    }

    /** The tags, and the refusal or nothing as the last element. */
    private static List<String> read(byte[] input, int pieces) {
        List<String> read = new ArrayList<>();
        FlvStreamReader reader = new FlvStreamReader();
        try {
            for (int at = 0; at < input.length; at += pieces) {
                for (FlvTag tag : reader.read(ByteBuffer.wrap(input, at, Math.min(pieces, input.length - at)))) {
                    read.add(tag.type() + " " + tag.timestampMillis() + " "
                            + tag.body().hashCode());
                }
            }
        } catch (BitstreamException e) {
            read.add(e.getMessage());
            return read;
        }
        read.add("");
        return read;
    }
}
