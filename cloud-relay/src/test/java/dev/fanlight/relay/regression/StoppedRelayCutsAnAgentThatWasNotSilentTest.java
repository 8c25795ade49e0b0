package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.relay.bench.process.ChildRelay;
import dev.fanlight.relay.bench.process.RelayProgram;
import dev.fanlight.relay.cli.RelayMain;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay that had been stopped looked at its timers before its sockets, and cut agents whose frames lay there as silent. */
@StartsProcesses
class StoppedRelayCutsAnAgentThatWasNotSilentTest {

    private static final int STOPPED_SECONDS = 13;

    /** So few frames that all of them together are within what a publisher may send at once. */
    private static final int FRAME_MILLIS = 100;

    @TempDir
    private Path temp;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void agentThatSentAllTheTimeStaysWhenTheRelayGoesOn() throws IOException, InterruptedException {
        RelayProgram program = new RelayProgram(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayMain.class.getName()),
                Optional.empty(),
                Map.of());
        RelayStateFolder folder = RelayStateFolder.open(temp.resolve("state"));
        try (ChildRelay relay = ChildRelay.launch(program, temp.resolve("state"))) {
            relay.awaitReady();
            TestAgent agent = publishing(relay, folder);
            long frames = 0;
            signal(relay, "STOP");
            for (int i = 0; i < STOPPED_SECONDS * 1_000 / FRAME_MILLIS; i++) {
                agent.frame(frames, frames % 20 == 0, 200);
                frames++;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(FRAME_MILLIS));
            }
            agent.received.clear();
            signal(relay, "CONT");

            agent.expect(TimeRequest.class);
            agent.frame(frames, false, 200);
            agent.expect(TimeRequest.class);
            assertThat(agent.isClosed()).isFalse();
        }
    }

    private TestAgent publishing(ChildRelay relay, RelayStateFolder folder) {
        WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setTryUsePerMessageCompression(false)
                .setTrustOptions(new PemTrustOptions()
                        .addCertValue(Buffer.buffer(folder.read("ca.crt").orElseThrow()))));
        String url = TestApi.host(folder)
                .post("/cameras", new JsonObject().put("camera", "front"))
                .expect(201)
                .json()
                .getString("join");
        JoinLink link = JoinLink.parse(url);
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        TestAgent joining = TestAgent.connect(client, relay.tlsPort());
        joining.sendJoin(link.code(), link.secret(), key);
        String device = joining.expect(dev.fanlight.protocol.agent.Joined.class).device();
        TestAgent agent = TestAgent.connect(client, relay.tlsPort());
        agent.authenticate(device, key);
        agent.expect(Accepted.class);
        agent.announce();
        return agent;
    }

    private static void signal(ChildRelay relay, String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(relay.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
