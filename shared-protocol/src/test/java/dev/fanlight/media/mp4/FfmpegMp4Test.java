package dev.fanlight.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fragmented MP4 as the system’s FFmpeg reads it. */
@StartsProcesses
class FfmpegMp4Test {

    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource({
        "h264-aac.flv, 'h264,High,64,48;aac,LC,1'",
        "h265-opus.flv, 'hevc,Main,64,48;opus,unknown,2'",
        "av1.flv, 'av1,Main,64,48'",
        "vp9.flv, 'vp9,Profile 0,64,48'",
    })
    void codecsAndUnitsAreReadAsTheyWereWritten(String name, String codecs) throws Exception {
        Mp4Clip clip = Mp4Clip.of(name);
        Path file = Files.write(temp.resolve("clip.mp4"), clip.file());
        assertThat(run("ffprobe", "-show_entries", "stream=codec_name,profile,width,height,channels", file))
                .containsExactly(codecs.split(";"));
        assertThat(run("ffprobe", "-show_entries", "packet=codec_type,size,flags", file))
                .containsExactlyInAnyOrderElementsOf(expectedPackets(clip));
    }

    @ParameterizedTest
    @CsvSource({"h264-aac.flv, 12", "h265-opus.flv, 12", "av1.flv, 6", "vp9.flv, 6"})
    void everyFrameIsDecodedWithoutAnError(String name, int frames) throws Exception {
        Path file = Files.write(temp.resolve("clip.mp4"), Mp4Clip.of(name).file());
        assertThat(run(
                        "ffprobe",
                        "-select_streams",
                        "v",
                        "-count_frames",
                        "-show_entries",
                        "stream=nb_read_frames",
                        file))
                .containsExactly(Integer.toString(frames));
    }

    @Test
    void framesKeepTheirOrderAndTheDistancesOfTheirTimes() throws Exception {
        Mp4Clip clip = Mp4Clip.of("h264-aac.flv");
        Path file = Files.write(temp.resolve("clip.mp4"), clip.file());
        List<String> expected = new ArrayList<>();
        long time = 0;
        for (AccessUnit unit : clip.of(MediaKind.VIDEO)) {
            expected.add(time + unit.offsetMicros() + "," + time);
            time += 40_000;
        }
        assertThat(run("ffprobe", "-select_streams", "v", "-show_entries", "packet=pts,dts", file))
                .containsExactlyElementsOf(expected);
    }

    private static List<String> expectedPackets(Mp4Clip clip) {
        return clip.units.stream()
                .map(unit -> (unit.kind() == MediaKind.VIDEO ? "video," : "audio,")
                        + unit.size()
                        + (unit.key() ? ",K_" : ",__"))
                .toList();
    }

    private static List<String> run(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        command.addAll(1, List.of("-v", "error", "-of", "csv=p=0"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().map(line -> line.replaceFirst(",+$", "")).toList();
    }
}
