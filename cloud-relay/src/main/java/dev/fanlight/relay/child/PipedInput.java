package dev.fanlight.relay.child;

import java.util.ArrayList;
import java.util.List;

/** How FFmpeg reads a container from its stdin. Stateless. */
public final class PipedInput {

    private PipedInput() {}

    /**
     * The arguments for the input, followed by others.
     *
     * @param format by FFmpeg’s name of the demuxer; it is never guessed (ADR 26)
     * @param more for the output
     */
    public static List<String> of(String format, List<String> more) {
        // Upper bounds, not waits; less breaks H.265 with AAC. Without "-fflags nobuffer", which throws the first
        // frames away.
        List<String> all = new ArrayList<>(List.of(
                "-fpsprobesize",
                "0",
                "-probesize",
                "1000000",
                "-analyzeduration",
                "1000000",
                "-f",
                format,
                "-i",
                "pipe:0"));
        all.addAll(more);
        return List.copyOf(all);
    }
}
