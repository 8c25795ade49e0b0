package dev.fanlight.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.testing.OnvifTestDevice;
import dev.fanlight.cli.Cli;
import dev.fanlight.log.LogForm;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({"run, TEXT", "run --log json, JSON", "--log json run, JSON", "--log json run --log text, TEXT"})
    void theFormOfTheLogIsSaidBeforeOrAfterRun(String line, LogForm form) {
        CommandLine.ParseResult parsed = Cli.of(new AgentCommand()).parseArgs(line.split(" "));
        RunCommand run = (RunCommand) parsed.subcommand().commandSpec().userObject();
        assertThat(run.form()).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", ""})
    void thePreviewSaysWhereItCanListen(String listen) {
        assertThat(agent("preview", "--source", "test", "--listen=" + listen)).isEqualTo(2);
        assertThat(err.toString()).contains("--listen must be an address and a port like 0.0.0.0:8770.");
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
    void nothingToSayIsAQuestionOfTheCommandLine() {
        assertThat(agent("say", "", "--state", folder.toString())).isEqualTo(2);
        assertThat(agent("say", " ", "", "--state", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is nothing to say");
    }

    @Test
    void onvifCamerasAreListedForPeopleAndForPrograms() {
        try (OnvifTestDevice device = new OnvifTestDevice("hikvision", OnvifTestDevice.Login.NONE, Duration.ZERO)) {
            assertThat(agent("cameras", "--onvif", "--address", device.authority()))
                    .isZero();
            assertThat(out.toString())
                    .contains("onvif://" + device.authority(), "HIKVISION DS-2DE4425IW-DE")
                    .contains("Profile_1 H.265 2560x1440 12.5 fps + PCMU")
                    .contains("H.264 704x576 25 fps")
                    .contains("rtsp://127.0.0.1:554/Streaming/Channels/101");
            assertThat(agent("cameras", "--onvif", "-o", "json", "--address", device.authority()))
                    .isZero();
            assertThat(out.toString())
                    .contains("\"profile\":\"Profile_1\"", "\"codec\":\"H.265\"", "\"width\":2560", "\"fps\":12.5");
        }
    }

    @Test
    void anOnvifCameraThatWantsALoginSaysSo() {
        try (OnvifTestDevice device =
                new OnvifTestDevice("dahua", OnvifTestDevice.Login.USERNAME_TOKEN, Duration.ZERO)) {
            assertThat(agent("cameras", "--onvif", "--address", device.authority()))
                    .isEqualTo(4);
            assertThat(err.toString())
                    .contains("wants a user and a password", "--user NAME", "FANLIGHT_CAMERA_PASSWORD");
        }
    }

    @Test
    void aHeadIsMovedStoppedAndSentToAPreset() {
        try (OnvifTestDevice device = new OnvifTestDevice("hikvision", OnvifTestDevice.Login.NONE, Duration.ZERO)) {
            assertThat(agent("ptz", "presets", device.authority())).isZero();
            assertThat(out.toString()).contains("Gate", "Yard & shed");
            assertThat(agent("ptz", "goto", device.authority(), "Gate")).isZero();
            assertThat(device.requests).last().asString().contains("<PresetToken>1</PresetToken>");
            assertThat(agent("ptz", "move", device.authority(), "up", "--for", "1ms"))
                    .isZero();
            assertThat(device.requests).last().asString().contains("<Stop ");
            assertThat(agent("ptz", "goto", device.authority(), "Moon")).isEqualTo(6);
            assertThat(agent("ptz", "move", device.authority(), "up", "--for", "11s"))
                    .isEqualTo(2);
            assertThat(agent("ptz", "move", device.authority(), "up", "--speed", "2"))
                    .isEqualTo(2);
        }
    }

    @Test
    void theUserOfAHeadMayStandBehindItsCommand() {
        assertThat(agent("ptz", "move", "192.0.2.9", "left", "--user", "admin")).isEqualTo(2);
        assertThat(err.toString()).contains("The password of \"admin\" is missing");
    }

    @Test
    void aHeadThatDoesNotMoveIsOneSentence() {
        try (OnvifTestDevice device = new OnvifTestDevice("dahua", OnvifTestDevice.Login.NONE, Duration.ZERO)) {
            assertThat(agent("ptz", "stop", device.authority())).isEqualTo(6);
            assertThat(err.toString()).contains("has no head that moves");
        }
    }

    @Test
    void aStillIsAWholeJpegFile() throws IOException {
        Path file = folder.resolve("still.jpg");
        assertThat(agent("preview", "--source", "test", "--jpeg", file.toString()))
                .isZero();
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(image.getHeight()).isEqualTo(720);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aStillOfACameraThatIsNotThereIsOneSentence() {
        Path file = folder.resolve("still.jpg");
        assertThat(agent("preview", "--source", "/dev/no-camera", "--jpeg", file.toString()))
                .isEqualTo(6);
        assertThat(err.toString()).contains("There is no camera at /dev/no-camera");
        assertThat(file).doesNotExist();
    }
}
