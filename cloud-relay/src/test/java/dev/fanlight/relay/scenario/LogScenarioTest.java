package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Join;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.relay.config.LocalAdminFile;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the relay and its libraries log at their finest level while everything secret passes through. */
class LogScenarioTest {

    private static final Logger ROOT = Logger.getLogger("");
    private static final String PASSWORD = "correct horse battery";
    private static final String LINE = "a line that nobody else is to read";

    @TempDir
    private Path temp;

    private final Everything log = new Everything();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private Level levelBefore;

    @BeforeEach
    void listen() {
        levelBefore = ROOT.getLevel();
        ROOT.setLevel(Level.ALL);
        ROOT.addHandler(log);
    }

    @AfterEach
    void stopListening() {
        ROOT.removeHandler(log);
        ROOT.setLevel(levelBefore);
    }

    @Test
    void noSecretOfARunIsInTheLog() {
        try (TestRelay relay = TestRelay.start(temp.resolve("state"))) {
            secrets.put(
                    "host token",
                    LocalAdminFile.read(relay.folder()).orElseThrow().token());
            TestCamera camera = relay.invite("front");
            secrets.put("link key", camera.watchKey());
            secrets.put("join secret", camera.invitation().secret());
            device(relay, camera);
            owner(relay);
            viewer(relay);
            wrongOnes(relay);
        }
        String everything = log.text();
        assertThat(everything).contains("hikari");
        secrets.forEach((name, secret) -> assertThat(everything).as(name).doesNotContain(secret));
        System.out.println(secrets.size() + " secrets in " + everything.length() + " characters of log: 0 found");
    }

    private void device(TestRelay relay, TestCamera camera) {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        TestAgent joining = relay.agent();
        Join join = joining.joinMessage(
                camera.invitation().code(), camera.invitation().secret(), key);
        secrets.put("signature of join", join.signature());
        String device = joining.joined(join);
        TestAgent agent = relay.agent();
        Authenticate answer = agent.authenticate(device, key);
        secrets.put("signature", answer.signature());
        agent.expect(Accepted.class);
    }

    private void owner(TestRelay relay) {
        String url =
                relay.host().post("/owner/reset").json().getJsonArray("urls").getString(0);
        String secret = url.substring(url.indexOf('#') + 1);
        secrets.put("one-time secret", secret);
        secrets.put("password", PASSWORD);
        TestApi browser = TestApi.browser(relay);
        browser.post("/owner/setup", new JsonObject().put("secret", secret).put("password", PASSWORD))
                .expect(204);
        secrets.put("owner cookie", browser.cookie("__Host-fanlight-owner").orElseThrow());
        secrets.put(
                "token",
                browser.post("/tokens", new JsonObject().put("label", "x").put("can", "read"))
                        .json()
                        .getString("token"));
        TestApi.program(relay, secrets.get("token")).get("/cameras").expect(200);
    }

    private void viewer(TestRelay relay) {
        TestApi browser = TestApi.browser(relay);
        browser.post("/session", new JsonObject().put("camera", "front").put("key", secrets.get("link key")))
                .expect(200);
        secrets.put("watch cookie", browser.cookie("__Host-fanlight-watch").orElseThrow());
        TestViewer viewer = TestViewer.connect(
                relay.client(), relay.plainPort(), "http://127.0.0.1:" + relay.plainPort(), browser.cookieHeader());
        viewer.watch("front");
        Welcome welcome = viewer.expect(Welcome.class);
        secrets.put("token of a person", welcome.token());
        secrets.put("name of a person", welcome.name());
        viewer.expect(ChatReady.class);
        secrets.put("chat line", LINE);
        viewer.say("client-id-1", LINE);
        viewer.expect(dev.fanlight.protocol.chat.ChatAccepted.class);
    }

    /** What is wrong is as often a secret with a slip in it. */
    private void wrongOnes(TestRelay relay) {
        secrets.put("wrong password", "correct horse buttery");
        TestApi.browser(relay)
                .post("/owner/session", new JsonObject().put("password", secrets.get("wrong password")))
                .expect(401);
        secrets.put("wrong key", "abcdefghijklmnopqrstuvwxyz");
        TestViewer viewer = relay.viewer();
        viewer.watch("front", secrets.get("wrong key"));
        viewer.assertClosed(4404, "wrong_link");
        secrets.put("broken body", "a-secret-in-broken-json");
        TestViewer broken = relay.viewer();
        broken.socket.writeTextMessage("{\"type\":\"watch\",\"key\":\"a-secret-in-broken-json");
        broken.assertClosed(1002, "protocol_error");
    }

    /** Keeps every record with its stack trace. */
    private static final class Everything extends Handler {

        private final Queue<String> records = new ConcurrentLinkedQueue<>();

        Everything() {
            setLevel(Level.ALL);
            setFormatter(new SimpleFormatter());
        }

        String text() {
            return String.join("\n", records);
        }

        @Override
        public void publish(LogRecord record) {
            StringWriter text = new StringWriter();
            text.append(record.getLoggerName())
                    .append(' ')
                    .append(getFormatter().formatMessage(record));
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(text));
            }
            records.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
