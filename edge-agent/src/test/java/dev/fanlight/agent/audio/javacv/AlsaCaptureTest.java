package dev.fanlight.agent.audio.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fanlight.agent.testing.MicrophoneMain;
import dev.fanlight.testing.StartsProcesses;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A microphone that is a file: the plug-in {@code file} of alsa-lib plays it as fast as it is asked. */
@StartsProcesses
class AlsaCaptureTest {

    private static final Path CONFIGURATION = Path.of("/usr/share/alsa/alsa.conf");
    private static final int RATE = 48_000;
    private static final int CLICKS = 4;

    @TempDir
    private Path folder;

    /** Clicks of 20 ms, a second apart. */
    private static byte[] clicks() {
        ByteBuffer sound = ByteBuffer.allocate(CLICKS * RATE * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < CLICKS * RATE; i++) {
            boolean click = i % RATE < RATE / 50;
            sound.putShort(click ? (short) (16_000 * Math.sin(2 * Math.PI * 1000 * i / RATE)) : 0);
        }
        return sound.array();
    }

    @Test
    void clicksOfADeviceComeOutOfOpusASecondApart() throws Exception {
        assumeThat(CONFIGURATION).as("libasound2-data is installed").exists();
        Path sound = Files.write(folder.resolve("clicks.raw"), clicks());
        Path devices = Files.writeString(
                folder.resolve("devices.conf"),
                "pcm.clicks { type file slave.pcm \"null\" file \"/dev/null\" infile \"" + sound
                        + "\" format \"raw\" }\n");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                MicrophoneMain.class.getName(),
                "clicks",
                "170");
        builder.environment().put("ALSA_CONFIG_PATH", CONFIGURATION + ":" + devices);
        Process child = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<Long> heard = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(Long::valueOf)
                .toList();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isZero();
        assertThat(heard).hasSize(CLICKS);
        for (int i = 1; i < CLICKS; i++) {
            assertThat(heard.get(i) - heard.get(i - 1)).isBetween(990_000L, 1_010_000L);
        }
    }
}
