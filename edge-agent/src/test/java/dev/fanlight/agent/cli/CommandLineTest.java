package dev.fanlight.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.cli.Cli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

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

    @Test
    void versionIsOneLine() {
        assertThat(agent("version")).isZero();
        assertThat(out.toString()).matches("fanlight-agent \\S+\\R");
    }

    @Test
    void runWithoutJoiningSaysWhatToDo() {
        assertThat(agent("run", "--source", "test", "--state", folder.toString()))
                .isEqualTo(4);
        assertThat(err.toString()).contains("fanlight-agent join LINK").doesNotContain("\tat ");
    }

    @Test
    void anUnknownSettingIsAnsweredWithTheProbableOne() {
        assertThat(agent("run", "--set", "camera.frames=3", "--state", folder.toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("\"camera.frames\" is not a setting");
        assertThat(agent("--set", "camera.widht=640", "run")).isEqualTo(3);
        assertThat(err.toString()).contains("Did you mean \"camera.width\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --set camera.source=rtsp://admin:hunter2@10.0.0.9/1",
                "run --source rtsp://admin:hunter2@10.0.0.9/1",
                "run -v --source rtsp://admin:hun@ter/hunter2@10.0.0.9/1",
                "run --set rtsp://admin:hunter2@10.0.0.9/1",
                "run --set cameras.front.source=admin:hunter2@10.0.0.9",
                "run --set camera.fps=rtsp://admin:hunter2@10.0.0.9",
                "run rtsp://admin:hunter2@10.0.0.9/1",
                "--set rtsp://admin:hunter2@10.0.0.9/1=3 run",
                "run --config FILE",
                "join wss://relay:8443/#1.aaaa.hunter2.bbbb",
                "join http://admin:hunter2@relay:8443/"
            })
    void noErrorRepeatsASecret(String line) throws IOException {
        Path file = folder.resolve("agent.yaml");
        Files.writeString(file, "camera:\n  source: 'rtsp://admin:hunter2@10.0.0.9/1'\n  fps: fast\n");
        List<String> words =
                new ArrayList<>(List.of(line.replace("FILE", file.toString()).split(" ")));
        words.addAll(List.of("--state", folder.toString()));
        assertThat(agent(words.toArray(String[]::new))).isNotZero();
        assertThat(out + "" + err).contains("✗ ").doesNotContain("hunter2");
    }

    @Test
    void allProblemsAreReportedTogether() {
        assertThat(agent("run", "--set", "camera.fps=0", "--set", "camera.encode=sofware"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("\"camera.fps\" must be").contains("did you mean \"software\"?");
    }

    @Test
    void helpNamesTheCommandsAndTheExitCodes() {
        assertThat(agent("--help")).isZero();
        assertThat(out.toString()).contains("run", "join", "cameras", "version", "The camera cannot be used");
    }

    @Test
    void noCommandAndAnUnknownOneAreQuestionsOfTheCommandLine() {
        assertThat(agent()).isEqualTo(2);
        assertThat(agent("rnu")).isEqualTo(2);
    }

    @Test
    void theListOfCamerasAlwaysHoldsTheTestFrame() {
        int code = agent("cameras", "-o", "json");
        assertThat(code).isIn(0, 6);
        assertThat(out.toString()).contains("\"source\":\"test\"");
    }

    @Test
    void stateIsKeptWhereSystemdOrTheUserSays() {
        assertThat(AgentStateFolder.of(Map.of("STATE_DIRECTORY", "/var/lib/a:/var/lib/b", "HOME", "/h")))
                .isEqualTo(Path.of("/var/lib/a"));
        assertThat(AgentStateFolder.of(Map.of("XDG_STATE_HOME", "/x", "HOME", "/h")))
                .isEqualTo(Path.of("/x/fanlight/agent"));
        assertThat(AgentStateFolder.of(Map.of("HOME", "/h"))).isEqualTo(Path.of("/h/.local/state/fanlight/agent"));
    }
}
