package dev.fanlight.relay.testing;

import dev.fanlight.relay.tls.TestAuthority;
import dev.fanlight.relay.tls.TestAuthority.Format;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Debian’s {@code pebble}, an ACME authority for tests, with a name server that leads every name to this computer. */
public final class Pebble implements AutoCloseable {

    private static final String PROGRAM = "/usr/bin/pebble";
    private static final String NAME_SERVER = "/usr/bin/pebble-challtestsrv";

    private final Path folder;
    private final TestAuthority authority;
    private final int port;
    private final int management;
    private final List<Process> running = new ArrayList<>();

    /** Chooses its ports; it does not run yet. */
    public Pebble(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.authority = new TestAuthority();
        this.port = FreePort.next();
        this.management = FreePort.next();
        KeyPair key = authority.newKey("EC");
        Files.writeString(folder.resolve("cert.pem"), authority.chain(key, "pebble"));
        Files.writeString(folder.resolve("key.pem"), TestAuthority.pem(key, Format.PKCS8));
        Files.writeString(folder.resolve("trust.pem"), authority.pem());
    }

    public static boolean isInstalled() {
        return Files.isExecutable(Path.of(PROGRAM)) && Files.isExecutable(Path.of(NAME_SERVER));
    }

    public String directory() {
        return "https://localhost:" + port + "/dir";
    }

    public String trust() {
        return folder.resolve("trust.pem").toString();
    }

    /** Starts; it will look for answers on {@code httpPort}. */
    public void start(int httpPort) throws IOException {
        int dns = FreePort.next();
        run(
                NAME_SERVER,
                "-defaultIPv4=127.0.0.1",
                "-defaultIPv6=",
                "-dns01=127.0.0.1:" + dns,
                "-http01=",
                "-https01=",
                "-tlsalpn01=",
                "-management=127.0.0.1:" + FreePort.next());
        Files.writeString(folder.resolve("pebble.json"), """
                {"pebble": {"listenAddress": "127.0.0.1:%d", "managementListenAddress": "127.0.0.1:%d",
                  "certificate": "%s", "privateKey": "%s", "httpPort": %d, "tlsPort": 1, "ocspResponderURL": "",
                  "externalAccountBindingRequired": false}}
                """.formatted(
                        port, management, folder.resolve("cert.pem"), folder.resolve("key.pem"), httpPort));
        run(PROGRAM, "-config", folder.resolve("pebble.json").toString(), "-dnsserver", "127.0.0.1:" + dns);
    }

    /** The authority of what it issues; a new one each time it starts. */
    public String root(Vertx vertx) {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setSsl(true).setTrustOptions(new PemTrustOptions().addCertPath(trust())));
        AtomicReference<Optional<Buffer>> root = new AtomicReference<>(Optional.empty());
        Await.until("pebble answers", () -> {
            root.set(get(client));
            return root.get().isPresent();
        });
        return root.get().orElseThrow().toString();
    }

    private Optional<Buffer> get(HttpClient client) {
        try {
            return Optional.of(client.request(HttpMethod.GET, management, "localhost", "/roots/0")
                    .compose(request -> request.send())
                    .compose(response -> response.body())
                    .await(5, TimeUnit.SECONDS));
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    private void run(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("pebble.log").toFile()));
        builder.environment().put("PEBBLE_VA_NOSLEEP", "1");
        builder.environment().put("PEBBLE_VA_ALWAYS_VALID", "0");
        running.add(builder.start());
    }

    @Override
    public void close() {
        running.forEach(Process::destroyForcibly);
    }
}
