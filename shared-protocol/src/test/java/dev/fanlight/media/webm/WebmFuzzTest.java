package dev.fanlight.media.webm;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** Feeds anything to the reader of WebM and Matroska. A build replays the committed inputs; {@code make fuzz} looks for new ones. */
class WebmFuzzTest {

    /** In one piece and byte by byte the same events come, or the same refusal. */
    @FuzzTest(maxDuration = "60s")
    void elements(byte[] input) {
        List<FlvEvent> whole = new ArrayList<>();
        List<FlvEvent> pieces = new ArrayList<>();
        Assertions.assertEquals(read(input, input.length, whole), read(input, 1, pieces));
        Assertions.assertTrue(pieces.size() >= whole.size());
        Assertions.assertEquals(kinds(whole), kinds(pieces.subList(0, whole.size())));
    }

    private static List<String> kinds(List<FlvEvent> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    /** What it was refused with; nothing otherwise. */
    private static String read(byte[] input, int pieces, List<FlvEvent> events) {
        WebmReader reader = new WebmReader();
        try {
            for (int at = 0; at < input.length; at += pieces) {
                events.addAll(reader.read(ByteBuffer.wrap(input, at, Math.min(pieces, input.length - at))));
            }
        } catch (BitstreamException e) {
            return e.getMessage();
        }
        return "";
    }
}
