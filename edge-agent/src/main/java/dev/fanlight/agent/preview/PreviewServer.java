package dev.fanlight.agent.preview;

import dev.fanlight.agent.config.ListenAddress;
import dev.fanlight.agent.preview.site.PlayerPages;
import dev.fanlight.agent.preview.stream.LocalStream;
import dev.fanlight.agent.uplink.socket.ConnectionLimit;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.protocol.SocketPath;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Shows cameras to browsers on the local network, by plain HTTP: who may watch is decided by keys, and who can listen to this network can see
 * the video, too. Thread safe; shares the agent’s event loop.
 */
public final class PreviewServer implements AutoCloseable {

    /** Most connections at a time. */
    static final int MAX_CONNECTIONS = 100;

    /** Silence after which a connection is closed, seconds; players send something every 10 s. */
    static final int SILENCE_SECONDS = 30;

    /** Largest message of a player, bytes. */
    static final int MAX_MESSAGE_BYTES = 8 * 1024;

    private final EventLoop loop;
    private final ListenAddress listen;
    private final PreviewKeys keys;
    private final Map<String, PreviewCamera> cameras = new ConcurrentHashMap<>();
    private final HttpServer server;

    private PreviewServer(
            EventLoop loop,
            ListenAddress listen,
            PlayerPages pages,
            PreviewContext program,
            Consumer<String> onKeyUsed) {
        this.loop = loop;
        this.listen = listen;
        this.keys = new PreviewKeys(program.secrets());
        PreviewRoutes routes = new PreviewRoutes(
                loop.vertx(), pages, keys, name -> Optional.ofNullable(cameras.get(name)), program, onKeyUsed);
        this.server = loop.vertx()
                .createHttpServer(options())
                .connectionHandler(new ConnectionLimit(MAX_CONNECTIONS))
                .requestHandler(routes::answer);
    }

    /**
     * Listens; waits for that.
     *
     * @param pages the player
     * @param onKeyUsed gets the name of a camera whose key was used: time for a new one. Called on the event loop
     * @throws UserException when the address cannot be listened on
     */
    public static PreviewServer start(
            EventLoop loop,
            ListenAddress listen,
            PlayerPages pages,
            PreviewContext program,
            Consumer<String> onKeyUsed) {
        PreviewServer started = new PreviewServer(loop, listen, pages, program, onKeyUsed);
        loop.listen(started.server, listen.port(), listen.host()).ifPresent(cause -> {
            throw cannotListen(listen, cause);
        });
        return started;
    }

    /** Shows one more camera, in place of one of the same name. */
    public void show(String camera, LocalStream stream) {
        cameras.put(camera, new PreviewCamera(camera, stream));
    }

    /** Stops showing a camera; its viewers are disconnected. */
    public void remove(String camera) {
        PreviewCamera gone = cameras.remove(camera);
        keys.forget(camera);
        if (gone != null) {
            gone.stream().end();
        }
    }

    /** The addresses at which one browser can watch, once, the likeliest first; a new key with each call. */
    public List<String> addresses(String camera) {
        String path = ":" + server.actualPort() + "/w/" + camera + "#" + keys.create(camera);
        List<String> hosts = listen.isAnyHost() ? LanHosts.find() : List.of(listen.host());
        return hosts.stream().map(host -> "http://" + host + path).toList();
    }

    @Override
    public void close() {
        loop.settle(server.close());
    }

    private static UserException cannotListen(ListenAddress listen, Exception cause) {
        return new UserException(
                ExitCode.FAILED,
                "Cannot listen on " + listen.host() + ":" + listen.port()
                        + ": another program uses that port, or this computer has no such address. Choose another one"
                        + " with --listen or preview.listen.",
                cause);
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .addWebSocketSubProtocol(SocketPath.SUBPROTOCOL)
                .setMaxWebSocketFrameSize(MAX_MESSAGE_BYTES)
                .setMaxWebSocketMessageSize(MAX_MESSAGE_BYTES)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(4 * 1024)
                .setMaxHeaderSize(8 * 1024)
                .setReadIdleTimeout(SILENCE_SECONDS)
                .setTcpNoDelay(true);
    }
}
