package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.relay.http.listen.PortProbe;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.FreePort;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vert.x accepted a second server on a port of the same relay, and one of the two never saw a connection. */
class TwoListenersOfARelaySharedAPortTest {

    @TempDir
    private Path temp;

    private final String port = String.valueOf(FreePort.next());

    @Test
    void twoGatewaysAreRefusedTheSamePort() {
        assertRefused(Map.of("gateways.rtmp.port", port, "gateways.rtsp.port", port));
    }

    @Test
    void aPortOfContainersIsNotThatOfAnotherGateway() {
        Map<String, String> gateways = Map.of(
                "gateways.a.type", "rtmp",
                "gateways.a.port", port,
                "gateways.b.type", "tcp",
                "gateways.b.tcp_port", port,
                "gateways.b.format", "webm",
                "gateways.b.publish_key", "key");
        assertRefused(gateways);
    }

    @Test
    void aPortIsFreeUntilSomethingListensOnIt() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThatThrownBy(() -> PortProbe.requireFree("127.0.0.1", other.getLocalPort()))
                    .isInstanceOf(IOException.class);
        }
        PortProbe.requireFree("127.0.0.1", FreePort.next());
    }

    private void assertRefused(Map<String, String> gateways) {
        var factories = RelayGateways.KINDS.configured(
                new SettingsReader(RelayGateways.SCHEMA).overrides(gateways).read());
        assertThatThrownBy(
                        () -> TestRelay.start(temp.resolve("state"), factories).close())
                .isInstanceOf(UserException.class)
                .hasMessageMatching("Port " + port
                        + " is taken or not allowed\\. Choose another: --set gateways\\.[a-z]+\\.(tcp_)?port=PORT");
    }
}
