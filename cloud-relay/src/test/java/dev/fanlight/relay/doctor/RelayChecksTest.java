package dev.fanlight.relay.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.cli.Finding;
import dev.fanlight.cli.Finding.Level;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayChecksTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void aPortOfARunningRelayHasToAnswer() throws IOException {
        PortCheck running = new PortCheck(true, LIMIT);
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
            assertThat(running.run(port, "pages").level()).isEqualTo(Level.FINE);
        }
        assertThat(running.run(port, "pages").level()).isEqualTo(Level.PROBLEM);
    }

    @Test
    void aPortOfARelayThatDoesNotRunHasToBeFree() throws IOException {
        PortCheck stopped = new PortCheck(false, LIMIT);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Finding taken = stopped.run(server.getLocalPort(), "pages");
            assertThat(taken.level()).isEqualTo(Level.PROBLEM);
            assertThat(taken.lines()).contains("taken by another program", "ss -ltnp");
        }
    }

    @Test
    void aNameThatLeadsElsewhereIsNoProblemBehindARouter() {
        assertThat(new NameCheck("192.0.2.7", List.of("192.0.2.7")).run().level())
                .isEqualTo(Level.FINE);
        assertThat(new NameCheck("192.0.2.7", List.of("10.0.0.2")).run().level())
                .isEqualTo(Level.WARNING);
        assertThat(new NameCheck("", List.of()).run().level()).isEqualTo(Level.WARNING);
    }

    @Test
    void littleSpaceIsAWarningAndNoneAProblem() {
        DiskCheck check = new DiskCheck(Path.of("/"));

        assertThat(check.of(5L << 30).level()).isEqualTo(Level.FINE);
        assertThat(check.of(500L << 20).level()).isEqualTo(Level.WARNING);
        assertThat(check.of(5L << 20).level()).isEqualTo(Level.PROBLEM);
    }

    @Test
    void aCertificateHasToStandForThePublicName() {
        CertificateCheck check = new CertificateCheck("cam.example.org", NOW);

        assertThat(check.run(certificate(90, "cam.example.org")).level()).isEqualTo(Level.FINE);
        assertThat(check.run(certificate(90, "*.example.org")).level()).isEqualTo(Level.FINE);
        assertThat(check.run(certificate(90, "localhost")).level()).isEqualTo(Level.PROBLEM);
    }

    @Test
    void aCertificateThatEndsSoonIsAWarning() {
        CertificateCheck check = new CertificateCheck("cam.example.org", NOW);

        assertThat(check.run(certificate(3, "cam.example.org")).level()).isEqualTo(Level.WARNING);
        assertThat(check.run(certificate(-1, "cam.example.org")).level()).isEqualTo(Level.PROBLEM);
        assertThat(check.run(new JsonObject().put("mode", "proxy")).level()).isEqualTo(Level.FINE);
    }

    @Test
    void anAddressOfAGatewayIsTriedAtItsPort() throws IOException {
        GatewayCheck check = new GatewayCheck(new PortCheck(true, LIMIT));
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
            assertThat(check.run(address(port)).level()).isEqualTo(Level.FINE);
        }
        assertThat(check.run(address(port)).level()).isEqualTo(Level.PROBLEM);
    }

    private static JsonObject address(int port) {
        return new JsonObject()
                .put("protocol", "RTMP")
                .put("use", "watch")
                .put("url", "rtmp://cam.example.org:" + port + "/live/front?key={key}");
    }

    private static JsonObject certificate(int days, String name) {
        return new JsonObject()
                .put("mode", "own")
                .put("names", new JsonArray().add(name))
                .put("not_after", NOW.plus(Duration.ofDays(days)).toEpochMilli());
    }
}
