package dev.fanlight.relay.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** GStreamer’s RTSP client as a process; a test that needs it is skipped where Debian’s packages for it are missing. */
public final class GStreamerPlayer implements AutoCloseable {

    private static final String PYTHON = "/usr/bin/python3";

    private final Process process;

    private GStreamerPlayer(Process process) {
        this.process = process;
    }

    /** Plays so many access units of H.264. */
    public static GStreamerPlayer h264(String url, String protocol, int count) throws IOException {
        return new GStreamerPlayer(new ProcessBuilder(
                        PYTHON,
                        "src/test/resources/rtsp/play.py",
                        url,
                        protocol,
                        "rtph264depay",
                        "h264parse",
                        "video/x-h264",
                        Integer.toString(count))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Skips the test where it is not installed. */
    public static void assumeInstalled() throws IOException, InterruptedException {
        String check = "import gi; gi.require_version('Gst', '1.0'); from gi.repository import Gst; Gst.init(None);"
                + " assert all(Gst.ElementFactory.find(e) for e in ('rtspsrc', 'rtph264depay', 'h264parse'))";
        boolean isInstalled = Files.isExecutable(Path.of(PYTHON))
                && new ProcessBuilder(PYTHON, "-c", check)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
        assumeTrue(isInstalled, "GStreamer's plugins are not installed");
    }

    /** A hash of each access unit, and what it complains of. */
    public List<String> output() throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
