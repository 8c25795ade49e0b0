package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The system's FFmpeg, which makes FLV and plays it.
 *
 * @param folder where its files are put
 */
public record FlvFfmpeg(Path folder) {

    /** Frames that a decoder may hold back while the stream goes on. */
    public static final int HELD = 10;

    /** Two seconds of video and sound as FLV, with what the options say of codecs. */
    public Path clip(String... codecs) throws IOException, InterruptedException {
        return clip("clip.flv", codecs);
    }

    /** The same as WebM. */
    public Path webm(String... codecs) throws IOException, InterruptedException {
        return clip("clip.webm", codecs);
    }

    private Path clip(String name, String... codecs) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x180:rate=25:duration=2",
                "-f",
                "lavfi",
                "-i",
                "sine=sample_rate=48000:duration=2",
                "-g",
                "25",
                "-pix_fmt",
                "yuv420p"));
        if (name.endsWith(".flv")) {
            command.addAll(List.of("-preset", "ultrafast"));
        }
        command.addAll(List.of(codecs));
        command.add(file.toString());
        output(new ProcessBuilder(command).redirectErrorStream(true).start());
        return file;
    }

    /** The hashes of as many decoded frames and samples as a clip has, without their times. */
    public static Process hashes(String input, FlvClip clip) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-threads",
                        "1",
                        "-analyzeduration",
                        "500000",
                        "-i",
                        input,
                        "-map",
                        "0:v",
                        "-map",
                        "0:a",
                        "-fps_mode",
                        "passthrough",
                        "-frames:v",
                        "" + (clip.of(MediaKind.VIDEO).size() - HELD),
                        "-frames:a",
                        "" + (clip.of(MediaKind.AUDIO).size() - HELD),
                        "-f",
                        "framehash",
                        "-hash",
                        "md5",
                        "-")
                .redirectErrorStream(true)
                .start();
    }

    public static String output(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("^(\\d),.*, *([0-9a-f]{32})$", "$1 $2"))
                .sorted()
                .reduce("", (all, line) -> all + line + "\n");
    }
}
