package dev.fanlight.relay.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.relay.config.Subnet;
import dev.fanlight.relay.testing.HookServer;
import dev.fanlight.relay.tls.TestAuthority;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PostClientTest {

    /** A name that no name server knows: what reaches the server has not asked for its address again. */
    private static final String NAME = "hook.invalid";

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final String NO_ANSWER = "it cannot be connected to, or does not answer";
    private static final String NO_CERTIFICATE = "it has no valid certificate for " + NAME;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void theAddressThatWasCheckedIsConnectedToAndTheCertificateIsOfTheName() throws Exception {
        TestAuthority authority = new TestAuthority();
        try (HookServer server = tls(authority, NAME)) {
            server.answering(204, 302);
            PostClient client = client(trust(authority), LIMIT);
            assertThat(post(client, "https", server.port()).await()).isEqualTo(204);
            assertThat(post(client, "https", server.port()).await())
                    .as("a redirect is not followed")
                    .isEqualTo(302);
            assertThat(server.posts())
                    .hasSize(2)
                    .allSatisfy(post -> assertThat(post.path()).isEqualTo("/hook?to=me"))
                    .allSatisfy(post -> assertThat(post.host()).isEqualTo(NAME + ":" + server.port()));
        }
    }

    @Test
    void aServerWithTheCertificateOfAnotherNameReceivesNothing() throws Exception {
        TestAuthority authority = new TestAuthority();
        try (HookServer server = tls(authority, "other.invalid")) {
            assertRefused(post(client(trust(authority), LIMIT), "https", server.port()), NO_CERTIFICATE);
            assertThat(server.posts()).isEmpty();
        }
    }

    @Test
    void aServerWithACertificateOfAnUnknownAuthorityReceivesNothing() throws Exception {
        try (HookServer server = tls(new TestAuthority(), NAME)) {
            assertRefused(post(client(Optional.empty(), LIMIT), "https", server.port()), NO_CERTIFICATE);
            assertThat(server.posts()).isEmpty();
        }
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsNotSaidToHaveAWrongCertificate() {
        try (HookServer server = HookServer.start(vertx, new HttpServerOptions())) {
            assertRefused(post(client(Optional.empty(), LIMIT), "https", server.port()), NO_ANSWER);
        }
    }

    /** The handshake of TLS would otherwise have 10 s of its own. */
    @Test
    @Timeout(9)
    void aServerThatDoesNotAnswerIsAbandonedAfterTheLimitWhateverIsWaitedFor() {
        NetServer silent = vertx.createNetServer()
                .connectHandler(socket -> {})
                .listen(0, "127.0.0.1")
                .await();
        PostClient client = client(Optional.empty(), SHORT);
        assertRefused(post(client, "https", silent.actualPort()), NO_ANSWER);
        assertRefused(post(client, "http", silent.actualPort()), NO_ANSWER);
    }

    @Test
    void withoutTlsNothingIsPostedOutsideOfTheNamedNetworks() {
        PostClient client = client(Optional.empty(), LIMIT);
        PostTarget target = webhook("http://192.0.2.1/hook", List.of(new Subnet("10.0.0.0", 8)));
        assertRefused(
                client.post(target, Map.of(), Buffer.buffer("{}")),
                "192.0.2.1 is not in \"networks\", and elsewhere https:// is needed");
    }

    private static void assertRefused(Future<Integer> answer, String reason) {
        assertThatThrownBy(answer::await).isInstanceOf(IOException.class).hasMessage(reason);
    }

    private static Future<Integer> post(PostClient client, String scheme, int port) {
        PostTarget target = webhook(scheme + "://" + NAME + ":" + port + "/hook?to=me", List.of());
        return client.post(target, InetAddress.getLoopbackAddress(), Map.of("webhook-id", "1"), Buffer.buffer("{}"));
    }

    private static PostTarget webhook(String url, List<Subnet> networks) {
        return new PostTarget(URI.create(url), networks);
    }

    private PostClient client(Optional<TrustOptions> trust, Duration limit) {
        return new PostClient(vertx, vertx.createSharedWorkerExecutor("names"), limit, trust);
    }

    private static Optional<TrustOptions> trust(TestAuthority authority) throws GeneralSecurityException {
        return Optional.of(new PemTrustOptions().addCertValue(Buffer.buffer(authority.pem())));
    }

    private HookServer tls(TestAuthority authority, String name) throws Exception {
        KeyPair key = authority.newKey("EC");
        return HookServer.start(
                vertx,
                new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .addKeyValue(Buffer.buffer(TestAuthority.pem(key, TestAuthority.Format.PKCS8)))
                                .addCertValue(Buffer.buffer(authority.chain(key, name)))));
    }
}
