package dev.fanlight.relay.gateway.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.relay.testing.TestRelay;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a connection to a target is made with: the address that was checked, and the certificate of its name. */
class PushDialerTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path temp;

    private final Vertx vertx = Vertx.vertx();
    private TestRelay server;

    @BeforeEach
    void start() {
        server = TestRelay.start(temp.resolve("state"));
    }

    @AfterEach
    void stop() {
        server.close();
        vertx.close().await();
    }

    @Test
    void theNameIsNotAskedForAgainButItsCertificateIsChecked() throws Exception {
        PemTrustOptions trust = new PemTrustOptions()
                .addCertPath(temp.resolve("state").resolve("ca.crt").toString());
        PushDialer dialer = new PushDialer(vertx, LIMIT, Optional.of(trust));
        InetAddress loopback = InetAddress.getLoopbackAddress();
        NetSocket socket = dialer.connect(target("localhost"), loopback).await();
        assertThat(socket.isSsl()).isTrue();
        socket.close().await();
        assertThatThrownBy(() ->
                        dialer.connect(target("live.example.org"), loopback).await())
                .isInstanceOf(IOException.class)
                .hasMessage("it has no valid certificate for live.example.org");
        dialer.close();
    }

    @Test
    void aCertificateOfAnAuthorityThatJavaDoesNotKnowIsRefused() {
        PushDialer dialer = new PushDialer(vertx, LIMIT);
        assertThatThrownBy(() -> dialer.connect(target("localhost"), InetAddress.getLoopbackAddress())
                        .await())
                .hasMessageContaining("no valid certificate");
        dialer.close();
    }

    private PushTarget target(String host) {
        return new PushTarget(true, host, server.server().port(), "live");
    }
}
