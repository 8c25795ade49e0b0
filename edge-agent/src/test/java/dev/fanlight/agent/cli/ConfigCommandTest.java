package dev.fanlight.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.cli.Cli;
import dev.fanlight.settings.Setting;
import dev.fanlight.state.PrivateFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConfigCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int agent(String... arguments) {
        CommandLine line = Cli.of(new AgentCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("agent.yaml"), text);
    }

    @Test
    void showSaysWhereEveryValueComesFrom() throws IOException {
        Path file = file("camera:\n  fps: 20\n  source: rtsp://ann:hunter2@cam/1\n");
        assertThat(agent("config", "show", "-c", file.toString(), "--set", "camera.width=640"))
                .isZero();
        assertThat(out.toString())
                .containsPattern("camera\\.fps +20 +\\(" + file + " line 2\\)")
                .containsPattern("camera\\.width +640 +\\(--set\\)")
                .containsPattern("camera\\.height +720 +\\(default\\)")
                .doesNotContain("hunter2");
    }

    @Test
    void showChangedLeavesTheDefaultsOut() throws IOException {
        assertThat(agent(
                        "config",
                        "show",
                        "--changed",
                        "-c",
                        file("cameras:\n  nest:\n    fps: 5\n").toString()))
                .isZero();
        assertThat(out.toString()).startsWith("cameras.nest.fps  5 ").hasLineCount(1);
    }

    @Test
    void checkNamesFileLineAndTheProbableKey() throws IOException {
        Path file = file("camera:\n  width: 640\n  framerate: 9\n  hieght: 360\n");
        assertThat(agent("config", "check", file.toString())).isEqualTo(3);
        assertThat(err.toString())
                .contains(file + " line 4: \"camera.hieght\" is not a setting. Did you mean \"camera.height\"?")
                .contains(file + " line 3: \"camera.framerate\" is not a setting. Did you mean \"camera.fps\"?");
    }

    @Test
    void aFileThatInitHasWrittenIsPrivateAndValidHasEveryKeyAndIsNeverOverwritten() throws IOException {
        Path file = folder.resolve("new/agent.yaml");
        assertThat(agent("config", "init", file.toString())).isZero();
        assertThat(PrivateFiles.isOpenToOthers(file)).isFalse();
        assertThat(agent("config", "check", file.toString())).isZero();
        assertThat(out.toString()).contains(AgentSettings.all().size() + " settings, all valid");
        String text = Files.readString(file);
        assertThat(AgentSettings.all())
                .allSatisfy(setting -> assertThat(text).contains(setting.key().replaceAll(".*\\.", "  ") + ": "));
        Files.writeString(file, "camera: {fps: 3}\n");
        assertThat(agent("config", "init", file.toString())).isEqualTo(3);
        assertThat(Files.readString(file)).isEqualTo("camera: {fps: 3}\n");
        assertThat(err.toString()).contains("exists already and is not overwritten");
    }

    @Test
    void explainSaysWhatAKeyMayBeAndHowToSetIt() {
        assertThat(agent("config", "explain", "camera.encode")).isZero();
        assertThat(out.toString())
                .contains("value     one of auto", "default   auto", "FANLIGHT_CAMERA_ENCODE=auto")
                .contains("camera: {encode: auto}");
        assertThat(agent("config", "explain", "camera.fsp")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean \"camera.fps\"?");
    }

    @Test
    void theSchemaHasEveryKeyWithItsMeaning() {
        assertThat(agent("config", "schema")).isZero();
        for (Setting<?> setting : AgentSettings.all()) {
            String name = setting.key().replaceAll(".*\\.", "");
            assertThat(out.toString())
                    .contains("\"" + name + "\" : {")
                    .contains(setting.meaning().substring(0, 20).replace("\"", "\\\""));
        }
        assertThat(out.toString()).contains("\"enum\" : [ true, false ]").contains("\"maxProperties\" : 16");
    }
}
