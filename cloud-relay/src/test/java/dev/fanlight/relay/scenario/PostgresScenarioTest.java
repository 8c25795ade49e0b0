package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.relay.config.PostgresUrl;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.Invitations.Invitation;
import dev.fanlight.relay.store.PostgresServer;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.tls.CertificateSchedule;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresScenarioTest {

    @TempDir
    private Path state;

    @Test
    void deviceThatJoinedIsKnownAfterARestartOnPostgresql() {
        String url = PostgresServer.shared().newDatabase();
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        String device;
        try (TestRelay relay = start(url)) {
            device = relay.agent().join(invite(url), key);
        }
        try (TestRelay relay = start(url)) {
            TestAgent agent = relay.agent();
            agent.authenticate(device, key);
            agent.expect(Accepted.class);
        }
        assertThat(state.resolve(RelayStore.FILE)).doesNotExist();
    }

    private TestRelay start(String url) {
        return TestRelay.start(state, Map.of("store.url", url), CertificateSchedule.STANDARD, Optional.empty());
    }

    private static Invitation invite(String url) {
        Secrets secrets = new Secrets(new SecureRandom());
        try (RelayStore store = RelayStore.open(Dialect.postgres(PostgresUrl.parse(url)), secrets, Clock.systemUTC())) {
            return store.invitations().invite(new CameraName("front"), true);
        }
    }
}
