package dev.fanlight.agent.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** GStreamer’s RTSP server as a process, with the real footage; a test that needs it is skipped where Debian’s packages for it are missing. */
public final class RtspServer implements AutoCloseable {

    /** What a path of the server sends. */
    public enum Stream {
        /** The footage as it is: H.264 Baseline. */
        H264("SOURCE ! queue ! h264parse ! rtph264pay name=pay0 pt=96"),
        /** The same, for a user with a password. */
        SECRET("SOURCE ! queue ! h264parse ! rtph264pay name=pay0 pt=96"),
        /** The footage with its AAC. */
        AAC(
                "SOURCE ! queue ! h264parse ! rtph264pay name=pay0 pt=96 demux. ! queue ! aacparse ! rtpmp4gpay name=pay1 pt=97"),
        /** The footage with its sound in G.711. */
        PCMU(
                "SOURCE ! queue ! h264parse ! rtph264pay name=pay0 pt=96 demux. ! queue ! faad ! audioconvert ! audioresample"
                        + " ! audio/x-raw,rate=8000,channels=1 ! mulawenc ! rtppcmupay name=pay1 pt=0"),
        /** The footage with its sound in Opus. */
        OPUS(
                "SOURCE ! queue ! h264parse ! rtph264pay name=pay0 pt=96 demux. ! queue ! faad ! audioconvert ! audioresample"
                        + " ! audio/x-raw,rate=48000,channels=2 ! opusenc ! rtpopuspay name=pay1 pt=97"),
        /** A tone in G.711 and no video. */
        SOUND("audiotestsrc is-live=true ! audio/x-raw,rate=8000,channels=1 ! mulawenc ! rtppcmupay name=pay0 pt=0"),
        /** The footage encoded anew as H.265. */
        H265(
                "SOURCE ! queue ! h264parse ! openh264dec ! videoconvert ! video/x-raw,format=I420 ! x265enc tune=zerolatency"
                        + " speed-preset=ultrafast key-int-max=12 ! h265parse ! rtph265pay name=pay0 pt=96"),
        /** Footage whose parameter sets change on the way. */
        CHANGING("filesrc location=" + Footage.CHANGING.toAbsolutePath()
                + " ! matroskademux ! h264parse config-interval=-1 ! rtph264pay name=pay0 pt=96"),
        /** H.264 with B-frames. */
        REORDERED(
                "SOURCE ! queue ! h264parse ! openh264dec ! videoconvert ! video/x-raw,format=I420 ! x264enc bframes=2 b-adapt=false"
                        + " speed-preset=veryfast key-int-max=12 ! video/x-h264,profile=main ! h264parse ! rtph264pay name=pay0 pt=96");

        private final String pipeline;

        Stream(String pipeline) {
            this.pipeline = pipeline;
        }

        private String argument() {
            String source = "filesrc location=" + Footage.CARS.toAbsolutePath() + " ! qtdemux name=demux demux.video_0";
            return name().toLowerCase(Locale.ROOT) + "=" + pipeline.replace("SOURCE", source);
        }
    }

    private static final String PYTHON = "/usr/bin/python3";

    private final Process process;
    private final int port;

    private RtspServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static RtspServer start(Stream... streams) throws IOException, InterruptedException {
        return start(0, streams);
    }

    public static RtspServer start(int port, Stream... streams) throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "GStreamer's RTSP server and its plugins are not installed");
        List<String> command =
                new ArrayList<>(List.of(PYTHON, "src/test/resources/rtsp/server.py", Integer.toString(port)));
        for (Stream stream : streams) {
            command.add(stream.argument());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the RTSP server has ended");
        }
        return new RtspServer(process, Integer.parseInt(line.substring("port ".length())));
    }

    private static boolean isInstalled() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(PYTHON))) {
            return false;
        }
        String check =
                "import gi; gi.require_version('GstRtspServer', '1.0'); from gi.repository import Gst; Gst.init(None);"
                        + " assert all(Gst.ElementFactory.find(e) for e in ('rtph264pay', 'openh264dec', 'x264enc', 'opusenc'))";
        return new ProcessBuilder(PYTHON, "-c", check)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    public int port() {
        return port;
    }

    public String url(Stream stream) {
        return "rtsp://127.0.0.1:" + port + "/" + stream.name().toLowerCase(Locale.ROOT);
    }

    /** It keeps its connections and says nothing any more. */
    public void freeze() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** It is gone, with all its connections. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
