package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.relay.ingest.agent.PendingDevices;
import dev.fanlight.relay.testing.RawAgent;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.WithRelay;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Seven addresses held the twenty places of devices that wait for approval, for as long as they stayed connected: the owner’s own device was refused. */
class StrangersHoldAllPlacesForApprovalTest {

    private static final int ADDRESSES = 7;

    @WithRelay
    private TestRelay relay;

    private final List<RawAgent> agents = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (RawAgent agent : agents) {
            agent.close();
        }
    }

    @Test
    void ownersDeviceGetsAPlaceAndKeepsItWhileTheyComeAgain() throws IOException {
        TestAgent other = relay.agent();
        String serverKey = other.serverKey();
        other.kill();
        fill(serverKey);
        assertThat(waiting()).hasSize(PendingDevices.MAX_DEVICES);

        assertThat(enroll("127.0.2.1", "owners", serverKey)).contains("\"pending\"");
        fill(serverKey);

        assertThat(waiting()).hasSize(PendingDevices.MAX_DEVICES).contains("owners");
    }

    private void fill(String serverKey) throws IOException {
        for (int i = 0; i < ADDRESSES * PendingDevices.MAX_PER_ADDRESS; i++) {
            enroll("127.0.1." + (1 + i % ADDRESSES), "stranger" + i, serverKey);
        }
    }

    private String enroll(String from, String host, String serverKey) throws IOException {
        RawAgent agent =
                RawAgent.connect(relay.server().port(), from, DeviceKey.generate(new SecureRandom()), serverKey);
        agents.add(agent);
        return agent.enroll(host);
    }

    private List<String> waiting() {
        return relay.host().get("/enrollments").expect(200).array().stream()
                .map(device -> ((JsonObject) device).getString("host"))
                .toList();
    }
}
