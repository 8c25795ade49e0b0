package dev.fanlight.relay.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.config.ProxyConfig;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.http.connection.ClientAddress;
import dev.fanlight.relay.http.connection.ConnectionLimit;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.listen.ListenerOptions;
import dev.fanlight.relay.ratelimit.OpenCounts;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionWatchTest {

    private static final Duration REQUEST_LIMIT = Duration.ofMillis(500);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);
    private static final RelayTimeouts.Connections TIMEOUTS = new RelayTimeouts.Connections(
            RelayTimeouts.STANDARD.connections().handshake(),
            REQUEST_LIMIT,
            ANSWER_LIMIT,
            RelayTimeouts.STANDARD.connections().idle(),
            RelayTimeouts.STANDARD.connections().close());
    private static final int MORE_THAN_BUFFERS_HOLD = 8 << 20;
    private static final int PIECES = 8;
    private static final int RECEIVE_BUFFER = 4 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final OpenCounts open = new OpenCounts(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ConnectionWatch watch = new ConnectionWatch(
            vertx,
            new ConnectionLimit(
                    new ClientAddress(ProxyConfig.TRUSTED_PROXIES.parser().parse("")), open),
            TIMEOUTS);

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whoFetchesNothingOfAnAnswerIsCutOff() throws IOException, InterruptedException {
        try (Socket client = asking()) {
            assertThat(client.getInputStream().read()).isEqualTo('H');
            assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(open.addresses()).isZero();
        }
    }

    @Test
    void whoFetchesAnAnswerSlowlyGetsAllOfIt() throws IOException {
        try (Socket client = asking()) {
            InputStream in = client.getInputStream();
            int read = 0;
            for (int piece = 0; piece < PIECES; piece++) {
                read += in.readNBytes(MORE_THAN_BUFFERS_HOLD / PIECES).length;
                LockSupport.parkNanos(REQUEST_LIMIT.dividedBy(2).toNanos());
            }
            assertThat(read).isEqualTo(MORE_THAN_BUFFERS_HOLD);
        }
    }

    private Socket asking() throws IOException {
        HttpServer server = vertx.createHttpServer(ListenerOptions.plain(TIMEOUTS))
                .connectionHandler(this::opened)
                .requestHandler(this::answer)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Socket client = new Socket();
        client.setReceiveBufferSize(RECEIVE_BUFFER);
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.actualPort()));
        client.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private void opened(HttpConnection connection) {
        watch.opened(connection);
        ((HttpServerConnection) connection)
                .channelHandlerContext()
                .channel()
                .closeFuture()
                .addListener(over -> closed.countDown());
    }

    private void answer(HttpServerRequest request) {
        watch.requested(request);
        HttpServerResponse response =
                request.response().putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(MORE_THAN_BUFFERS_HOLD));
        for (int piece = 0; piece < PIECES; piece++) {
            var unused = response.write(Buffer.buffer(new byte[MORE_THAN_BUFFERS_HOLD / PIECES]));
        }
        var unused = response.end();
    }
}
