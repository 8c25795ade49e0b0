package dev.fanlight.relay.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.config.ProxyConfig;
import dev.fanlight.relay.http.connection.ClientAddress;
import dev.fanlight.relay.http.connection.ClientAddress.Client;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real requests from 127.0.0.1, whose headers say this and that. */
class ClientAddressTest {

    private static Vertx vertx;

    /** Kept, for Vert.x closes a client that nobody holds. */
    private static HttpClient browser;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        browser = vertx.createHttpClient();
    }

    @AfterAll
    static void stop() {
        vertx.close().await();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # trusted                | X-Forwarded-For                        | proto      | address       | scheme
            ''                       | -                                      | -          | 127.0.0.1     | http
            ''                       | 192.0.2.7                              | https      | 127.0.0.1     | http
            10.0.0.0/8               | 192.0.2.7                              | https      | 127.0.0.1     | http
            127.0.0.1                | -                                      | -          | 127.0.0.1     | http
            127.0.0.1                | 192.0.2.7                              | https      | 192.0.2.7     | https
            127.0.0.0/8              | 192.0.2.7                              | http       | 192.0.2.7     | http
            127.0.0.1                | 1.1.1.1, 192.0.2.7                     | https      | 192.0.2.7     | https
            127.0.0.1, 10.0.0.0/8    | 1.1.1.1, 192.0.2.7, 10.1.2.3           | https      | 192.0.2.7     | https
            127.0.0.1                | 1.1.1.1, 192.0.2.7, 10.1.2.3           | https      | 10.1.2.3      | https
            127.0.0.1, 10.0.0.0/8    | 10.9.9.9, 10.1.2.3                     | https      | 10.9.9.9      | https
            127.0.0.1                | 192.0.2.7, relay.example.org           | https      | 127.0.0.1     | https
            127.0.0.1, 10.0.0.0/8    | 192.0.2.7, unknown, 10.1.2.3           | https      | 10.1.2.3      | https
            127.0.0.1                | 192.0.2.7:4711                         | https      | 192.0.2.7     | https
            127.0.0.1                | [2001:db8::7]:4711                     | https      | 2001:db8:0:0:0:0:0:7 | https
            127.0.0.1, 2001:db8::/32 | 192.0.2.7, 2001:db8::1                 | https      | 192.0.2.7     | https
            127.0.0.1                | ::ffff:192.0.2.7                       | https      | 192.0.2.7     | https
            127.0.0.1                | ,,                                     | ,          | 127.0.0.1     | http
            127.0.0.1                | 192.0.2.7                              | http,https | 192.0.2.7     | https
            127.0.0.1                | 192.0.2.7                              | https,http | 192.0.2.7     | http
            127.0.0.1                | 192.0.2.7                              | wss        | 192.0.2.7     | http
            """)
    void clientIsTheLastHopThatATrustedProxySaw(
            String trusted, String forwarded, String proto, String address, String scheme) throws Exception {
        Client client = ask(addresses(trusted), "127.0.0.1", forwarded, proto);
        assertThat(client.address().getHostAddress()).isEqualTo(address);
        assertThat(client.scheme()).isEqualTo(scheme);
    }

    @Test
    void onlySoManyProxiesAreFollowed() throws Exception {
        String forwarded = "192.0.2.7" + ", 127.0.0.9".repeat(ClientAddress.MAX_HOPS);
        Client client = ask(addresses("127.0.0.0/8"), "127.0.0.1", forwarded, null);
        assertThat(client.address().getHostAddress()).isEqualTo("127.0.0.9");
    }

    @Test
    void loopbackOfTheOtherFamilyIsAnotherProxy() throws Exception {
        assertThat(ask(addresses("127.0.0.1"), "::1", "192.0.2.7", "https").secure())
                .isFalse();
        assertThat(ask(addresses("::1"), "::1", "192.0.2.7", "https").address().getHostAddress())
                .isEqualTo("192.0.2.7");
    }

    private static ClientAddress addresses(String trusted) {
        return new ClientAddress(ProxyConfig.TRUSTED_PROXIES.parser().parse(trusted));
    }

    private static Client ask(ClientAddress addresses, String host, String forwarded, String proto) throws Exception {
        var seen = new java.util.concurrent.CompletableFuture<Client>();
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setHost(host).setPort(0))
                .requestHandler(request -> {
                    seen.complete(addresses.of(request));
                    request.response().end();
                });
        int port = server.listen().await(10, TimeUnit.SECONDS).actualPort();
        HttpClientRequest request =
                browser.request(HttpMethod.GET, port, host, "/").await(10, TimeUnit.SECONDS);
        List.of("X-Forwarded-For", "X-Forwarded-Proto").forEach(name -> {
            String value = name.endsWith("For") ? forwarded : proto;
            if (value != null) {
                request.putHeader(name, value);
            }
        });
        request.send().await(10, TimeUnit.SECONDS);
        server.close().await(10, TimeUnit.SECONDS);
        return seen.get(10, TimeUnit.SECONDS);
    }
}
