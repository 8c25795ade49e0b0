package dev.fanlight.agent.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody between agent and relay, with a certificate of their own, who passes everything on and listens. Any thread. */
public final class InterceptingProxy implements AutoCloseable {

    /** TCP connections that came. */
    public final AtomicInteger connections = new AtomicInteger();

    /** TLS handshakes that an agent completed. */
    public final AtomicInteger handshakes = new AtomicInteger();

    private final Vertx vertx = Vertx.vertx();
    private final NetClient toRelay = vertx.createNetClient(
            new NetClientOptions().setSsl(true).setTrustAll(true).setHostnameVerificationAlgorithm(""));
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final int relayPort;
    private final int port;

    public InterceptingProxy(TestAuthority own, int relayPort) {
        this.relayPort = relayPort;
        int inner = listen(
                new NetServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(
                                new PfxOptions().setPath(own.store().toString()).setPassword(TestAuthority.PASSWORD)),
                this::onHandshake);
        NetClient toSelf = vertx.createNetClient();
        this.port = listen(new NetServerOptions(), socket -> {
            connections.incrementAndGet();
            join(socket, toSelf, inner, false);
        });
    }

    public int port() {
        return port;
    }

    /** All that agents said, as bytes inside TLS, the WebSocket's masks taken off. */
    public String heard() {
        byte[] bytes;
        synchronized (heard) {
            bytes = heard.toByteArray();
        }
        return UnmaskedFrames.textOf(bytes);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private int listen(NetServerOptions options, io.vertx.core.Handler<NetSocket> handler) {
        return vertx.createNetServer(options)
                .connectHandler(handler)
                .exceptionHandler(failure -> {})
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private void onHandshake(NetSocket agent) {
        handshakes.incrementAndGet();
        join(agent, toRelay, relayPort, true);
    }

    private void join(NetSocket agent, NetClient client, int target, boolean listens) {
        agent.pause();
        agent.exceptionHandler(failure -> {});
        client.connect(target, "localhost").onSuccess(other -> {
            agent.handler(bytes -> {
                if (listens) {
                    listen(bytes);
                }
                other.write(bytes);
            });
            other.handler(agent::write);
            other.exceptionHandler(failure -> {});
            agent.closeHandler(nothing -> other.close());
            other.closeHandler(nothing -> agent.close());
            agent.resume();
        });
    }

    private void listen(Buffer bytes) {
        synchronized (heard) {
            heard.writeBytes(bytes.getBytes());
        }
    }
}
