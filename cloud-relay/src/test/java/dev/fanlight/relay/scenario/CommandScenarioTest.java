package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ReaderException;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.agent.Joined;
import dev.fanlight.protocol.agent.Pending;
import dev.fanlight.relay.testing.CommandRun;
import dev.fanlight.relay.testing.QrReader;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command against a relay that runs, once as it should be used and once as it should not. */
class CommandScenarioTest {

    private static final String UNKNOWN_CAMERA =
            "There is no camera \"nowhere\". List cameras: fanlight-relay camera list";

    @TempDir
    private Path temp;

    private Path state;
    private TestRelay relay;

    @BeforeEach
    void start() {
        state = temp.resolve("state");
        relay = TestRelay.start(state);
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void cameraIsInvitedShownListedRenamedAndRemoved() {
        assertThat(run("camera", "list").good()).contains("There are no cameras");
        assertThat(run("camera", "invite", "front").good()).contains("fanlight-agent join");
        assertThat(run("camera", "show", "front").good()).contains("State        pending", "Device       none");
        assertThat(json("camera", "show", "front").getString("camera")).isEqualTo("front");
        assertThat(run("camera", "rename", "front", "door").good()).contains("\"front\" is now \"door\"");
        assertThat(run("camera", "list").good())
                .containsPattern("CAMERA +STATE +VIEWERS +VISIBILITY +CREATED")
                .containsPattern("door +pending +0 +private +20");
        assertThat(run("camera", "remove", "door", "--yes").good()).contains("\"door\" was removed");
        assertThat(run("camera", "list", "-o", "json").good()).isEqualTo("[]\n");
    }

    @Test
    void transcodingIsAllowedAndForbidden() {
        run("camera", "invite", "front").good();
        assertThat(run("camera", "show", "front").good()).contains("Transcoding  not allowed");
        assertThat(run("camera", "transcode", "front", "on").good()).contains("the video of \"front\" as H.264");
        assertThat(run("camera", "show", "front").good()).contains("Transcoding  allowed");
        assertThat(run("camera", "transcode", "front", "off").good()).contains("the video of \"front\" as it is");
        assertThat(run("camera", "transcode", "nowhere", "on").bad(ExitCode.FAILED))
                .contains(UNKNOWN_CAMERA);
        assertThat(run("link", "create", "front", "--can", "fly").bad(ExitCode.USAGE))
                .contains("one of watch, chat, moderate but was 'fly'");
    }

    @Test
    void unknownCameraIsSaidToBeUnknown() {
        for (String act : new String[] {"show", "pause", "resume", "remove"}) {
            assertThat(run("camera", act, "nowhere").bad(ExitCode.FAILED)).contains(UNKNOWN_CAMERA);
        }
        assertThat(run("camera", "rename", "nowhere", "door").bad(ExitCode.FAILED))
                .contains(UNKNOWN_CAMERA);
        assertThat(run("camera", "open", "nowhere", "--as", "public").bad(ExitCode.FAILED))
                .contains(UNKNOWN_CAMERA);
        assertThat(run("link", "create", "nowhere").bad(ExitCode.FAILED)).contains(UNKNOWN_CAMERA);
        assertThat(run("link", "list", "nowhere").bad(ExitCode.FAILED)).contains(UNKNOWN_CAMERA);
        for (String act : new String[] {"rotate-key", "revoke"}) {
            assertThat(run("camera", act, "nowhere").bad(ExitCode.FAILED)).contains("no camera \"nowhere\" with");
        }
    }

    @Test
    void wordsThatAreNoNamesAreWrongOnTheCommandLine() {
        for (String act : new String[] {"show", "pause", "resume", "remove", "rotate-key", "revoke", "invite"}) {
            assertThat(run("camera", act, "../status").bad(ExitCode.USAGE)).contains("A camera's name has");
        }
        relay.invite("front");
        relay.invite("door");
        assertThat(run("camera", "rename", "front", "door").bad(ExitCode.FAILED))
                .contains("Another camera has that name.");
        assertThat(run("camera", "open", "front").bad(ExitCode.USAGE)).contains("--as");
        assertThat(run("camera", "open", "front", "--as", "secret").bad(ExitCode.USAGE))
                .contains("secret");
        assertThat(run("camera", "remove", "front").bad(ExitCode.USAGE)).contains("needs a terminal", "--yes");
    }

    @Test
    void deviceIsPausedResumedAskedForAKeyAndRevokedWhileItPublishes() {
        TestAgent agent = relay.publishing(relay.invite("front"));
        assertThat(run("camera", "pause", "front").good()).contains("paused");
        assertThat(run("camera", "show", "front").good()).contains("State        paused");
        assertThat(run("camera", "resume", "front").good()).contains("no longer paused");
        assertThat(run("camera", "show", "front").good()).containsPattern("Key words +\\w+ \\w+");
        assertThat(run("camera", "rotate-key", "front").good()).contains("replaces its key");
        assertThat(run("camera", "show", "front").good()).contains("key replacement requested");
        assertThat(run("camera", "revoke", "front").good()).contains("may no longer publish");
        assertThat(agent.expect(Goodbye.class).reason()).isEqualTo("not_authentic");
        assertThat(run("camera", "revoke", "front").bad(ExitCode.FAILED)).contains("with a device");
    }

    @Test
    void cameraIsOpenedAndClosedAgain() {
        relay.invite("front");
        assertThat(run("camera", "open", "front", "--as", "unlisted").good())
                .containsPattern("is unlisted. Anyone can chat at\n  https://\\S+/w/[a-z2-7]{26}\n");
        assertThat(run("camera", "open", "front", "--as", "public", "--can", "chat")
                        .good())
                .containsPattern("is public. Anyone can chat at\n  https://\\S+/w/front\n");
        assertThat(run("camera", "open", "front", "--as", "private").good()).contains("watching requires a link");
    }

    @Test
    void deviceThatWaitsIsApprovedByItsCode() {
        assertThat(run("camera", "waiting").good()).contains("No device is waiting");
        TestAgent agent = relay.agent();
        String code = enroll(agent);
        assertThat(run("camera", "waiting").good()).containsPattern(code + " +pi +127\\.0\\.0\\.1 +20\\S+ +\\w+ \\w+");
        String typed = code.substring(0, 4).toLowerCase(java.util.Locale.ROOT) + "-" + code.substring(4);
        assertThat(run("camera", "approve", typed, "front").good()).contains("may publish \"front\"");
        assertThat(agent.expect(Joined.class).camera()).isEqualTo("front");
        assertThat(run("camera", "approve", code, "front").bad(ExitCode.FAILED))
                .contains("There is no waiting device with");
    }

    @Test
    void deviceThatWaitsIsDisconnected() {
        TestAgent agent = relay.agent();
        String code = enroll(agent);
        assertThat(run("camera", "refuse", code).good()).contains("rejected");
        assertThat(agent.expect(Goodbye.class).reason()).isEqualTo("code_refused");
        assertThat(run("camera", "refuse", code).bad(ExitCode.FAILED)).contains("There is no waiting device with");
    }

    @Test
    void aLinkThatLetsViewersMoveTheCameraSaysSo() {
        run("camera", "invite", "front").good();
        assertThat(run("link", "create", "front", "--ptz").good()).contains("can watch and move the camera.");
        assertThat(run("link", "list", "front").good()).containsPattern("front +watch, ptz +valid");
    }

    @Test
    void linkIsMadeListedAndRevokedWhileAViewerUsesIt() {
        TestCamera camera = relay.invite("front");
        relay.publishing(camera);
        JsonObject link = json("link", "create", "front", "--can", "chat", "--label", "Anna", "--max-viewers", "3");
        TestViewer viewer = relay.viewer();
        viewer.watch("front", key(link.getJsonArray("urls").getString(0)));
        viewer.expect(dev.fanlight.protocol.chat.ChatReady.class);
        assertThat(run("link", "list", "front").good())
                .containsPattern("ID +CAMERA +CAN +STATE +VIEWERS +PASSWORD +EXPIRES +USED +LABEL")
                .containsPattern(link.getString("id") + " +front +chat +valid +1 of 3 +no +20\\S+ +\\S+ +Anna");
        assertThat(run("link", "revoke", link.getString("id")).good()).contains("revoked");
        assertThat(viewer.expect(Goodbye.class).reason()).isNotEmpty();
        assertThat(run("link", "list").good()).containsPattern(link.getString("id") + " +front +chat +revoked");
        assertThat(run("link", "revoke", "../tokens/x").bad(ExitCode.FAILED)).contains("There is no valid link");
    }

    @Test
    void publishKeyIsCreatedListedAndRevoked() {
        relay.invite("front");
        assertThat(run("camera", "key", "list", "front").good()).contains("has no publish key");
        JsonObject key = json("camera", "key", "create", "front", "--label", "encoder");
        assertThat(key.getString("key")).hasSize(26);
        assertThat(run("camera", "key", "list", "front").good())
                .containsPattern("ID +STATE +CREATED +USED +LABEL")
                .containsPattern(key.getString("id") + " +valid +\\S+ +- +encoder")
                .doesNotContain(key.getString("key"));
        assertThat(run("camera", "key", "revoke", "front", key.getString("id")).good())
                .contains("revoked");
        assertThat(run("camera", "key", "list", "front").good()).containsPattern(key.getString("id") + " +revoked");
        assertThat(run("camera", "key", "revoke", "front", "../x").bad(ExitCode.FAILED))
                .contains("There is no valid publish key");
        assertThat(run("camera", "key", "create", "nowhere").bad(ExitCode.FAILED))
                .contains("nowhere");
    }

    @Test
    void linkGetsThePasswordOfAFile() throws IOException {
        relay.invite("front");
        Path file = Files.writeString(temp.resolve("password"), "plum kite\nsecond line\n");
        run("link", "create", "front", "--password-file", file.toString()).good();
        assertThat(run("link", "list", "front").good()).containsPattern("watch +valid +0 +yes");
        assertThat(run("link", "create", "front", "--password").bad(ExitCode.USAGE))
                .contains("needs a terminal", "--password-file");
        assertThat(run("link", "create", "front", "--password-file", "/nowhere/x")
                        .bad(ExitCode.FAILED))
                .contains("cannot be read");
        Files.writeString(file, "\n");
        assertThat(run("link", "create", "front", "--password-file", file.toString())
                        .bad(ExitCode.USAGE))
                .contains("no password in its first line");
    }

    @Test
    void lifeOfALinkIsCheckedBeforeTheRelayIsAsked() {
        relay.invite("front");
        run("link", "create", "front", "--expires", "never").good();
        assertThat(run("link", "list", "front").good()).containsPattern("valid +0 +no +- +-");
        for (String wrong : new String[] {"24", "1s", "0m", "366d", "9999999h", "tomorrow"}) {
            assertThat(run("link", "create", "front", "--expires", wrong).bad(ExitCode.USAGE))
                    .contains("\"" + wrong + "\" is not a duration like 90m, 24h or 30d");
        }
        assertThat(run("link", "create", "front", "--max-viewers", "0").bad(ExitCode.USAGE))
                .contains("max_viewers");
    }

    @Test
    void codeOfALinkReadsAsTheLink() throws ReaderException {
        relay.invite("front");
        String made = run("link", "create", "front", "--qr").good();
        Matcher url = Pattern.compile("https://\\S+").matcher(made);
        assertThat(url.find()).isTrue();
        assertThat(QrReader.read(made)).isEqualTo(url.group());
        assertThat(run("link", "create", "front", "--no-qr").good()).doesNotContain("█");
        assertThat(run("link", "create", "front").good()).doesNotContain("█");
        String longest = "https://cam.example.org/w/" + "x".repeat(974);
        for (String text : new String[] {url.group(), longest, "http://localhost:8080/w/a"}) {
            assertThat(QrReader.read(CommandRun.of("link", "qr", text).good())).isEqualTo(text);
        }
        for (String wrong : new String[] {"front", "javascript:alert(1)", longest + "x", "https://a\u001b[2J"}) {
            assertThat(CommandRun.of("link", "qr", wrong).bad(ExitCode.USAGE)).contains("not a link");
        }
    }

    @Test
    void tokenIsMadeListedAndRevoked() {
        assertThat(run("token", "list").good()).contains("There are no tokens");
        assertThat(run("token", "create", "door bell", "--can", "read", "--expires", "30d")
                        .good())
                .containsPattern("\n  fanlight_[a-z2-7]{32}\n");
        JsonArray tokens = new JsonArray(run("token", "list", "-o", "json").good());
        assertThat(tokens).hasSize(1);
        assertThat(run("token", "list").good()).containsPattern("\\w+ +read +20\\S+ +20\\S+ +- +door bell");
        String id = tokens.getJsonObject(0).getString("id");
        assertThat(run("token", "revoke", id).good()).contains("revoked");
        assertThat(run("token", "revoke", id).bad(ExitCode.FAILED)).contains("no token");
        assertThat(run("token", "create", "x").bad(ExitCode.USAGE)).contains("--can");
        assertThat(run("token", "create", "x".repeat(101), "--can", "read").bad(ExitCode.USAGE))
                .contains("label");
    }

    @Test
    void ownerGetsAnAddressToChooseThePasswordAt() {
        assertThat(run("owner", "reset").good()).containsPattern("https://\\S+/admin#[a-z2-7]{26,}\n");
        assertThat(run("owner", "sessions").good()).contains("not signed in");
        assertThat(run("owner", "resets").bad(ExitCode.USAGE)).contains("reset");
    }

    @Test
    void statusAndAuditReportWhatIsAndWhatWas() {
        relay.publishing(relay.invite("front"));
        run("camera", "pause", "front").good();
        assertThat(run("status").good()).contains("Cameras      1 online", "Alerts       none");
        assertThat(json("status").getInteger("cameras_online")).isOne();
        Await.until("the act was written", () -> run("audit").good().contains("camera.pause"));
        assertThat(run("audit").good()).containsPattern("20\\S+ +\\w+.* +camera.pause +front");
        assertThat(run("audit", "--alerts").good()).contains("no alert");
        assertThat(run("audit", "--limit", "201").bad(ExitCode.USAGE)).contains("limit");
        assertThat(run("status", "--stat").bad(ExitCode.USAGE)).contains("--stat");
    }

    @Test
    void everyCommandAsksForARelayThatRuns() {
        relay.close();
        assertThat(run("status").bad(ExitCode.UNREACHABLE)).contains("No relay is running", "fanlight-relay serve");
        relay = TestRelay.start(temp.resolve("another"));
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(state, arguments);
    }

    private JsonObject json(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "-o";
        all[arguments.length + 1] = "json";
        return new JsonObject(run(all).good());
    }

    private static String key(String url) {
        return url.substring(url.indexOf('#') + 1);
    }

    private static String enroll(TestAgent agent) {
        agent.sendEnroll(DeviceKey.generate(new SecureRandom()), "pi");
        return agent.expect(Pending.class).code();
    }
}
