package dev.fanlight.relay.bench.camera;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.media.SourceState;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Joined;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;

/**
 * Publishes a synthetic stream as any agent does: TLS, a join code, a signed challenge. Has an event loop and a thread of its own, so
 * that viewers in the same process do not delay it. Blocking; {@link #close()} may be called by any thread.
 */
public final class SyntheticCamera implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SyntheticCamera.class.getName());
    private static final String VERSION = "bench";
    private static final long CLOSE_LIMIT_SECONDS = 2;

    private final Vertx vertx;
    // Vert.x closes the sockets of a client when the client is garbage collected.
    private final WebSocketClient client;
    private final AgentSocket socket;
    private final PublishLoop loop;
    private final LoopRunner runner;

    private SyntheticCamera(
            Vertx vertx, WebSocketClient client, AgentSocket socket, PublishLoop loop, LoopRunner runner) {
        this.vertx = vertx;
        this.client = client;
        this.socket = socket;
        this.loop = loop;
        this.runner = runner;
    }

    /**
     * Joins and starts publishing.
     *
     * @param authority the relay’s certificate authority, PEM
     * @param clock for capture times
     * @throws dev.fanlight.cli.UserException if the relay refuses it
     */
    public static SyntheticCamera start(
            JoinLink link, byte[] authority, SyntheticStream stream, MediaClock clock, SecureRandom random) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions()
                    .setTryUsePerMessageCompression(false)
                    .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(authority))));
            AgentSocket socket = publishing(client, link, clock, DeviceKey.generate(random));
            socket.send(stream.tracks());
            socket.send(new Source(SourceState.LIVE, Optional.empty()));
            PublishLoop loop = new PublishLoop(socket, stream, clock, NanoClock.SYSTEM, Sleeper.SYSTEM);
            return new SyntheticCamera(vertx, client, socket, loop, LoopRunner.start(loop, e -> socket.close()));
        } catch (RuntimeException e) {
            end(vertx);
            throw e;
        }
    }

    /** How many frames were sent. */
    public long published() {
        return loop.published();
    }

    /** Whether it is still publishing. */
    public boolean isRunning() {
        return runner.isRunning();
    }

    /** Why its socket was closed: the relay’s reason or the close code. */
    public String closeReason() {
        return socket.closeReason();
    }

    /** Stops publishing. */
    @Override
    public void close() {
        runner.close();
        var unused = client.close();
        end(vertx);
    }

    private static AgentSocket publishing(WebSocketClient client, JoinLink link, MediaClock clock, DeviceKey key) {
        int port = link.relay().port();
        AgentSocket joining = AgentSocket.connect(client, port, clock);
        joining.send(new AgentProof(key, joining.seen(), VERSION)
                .join(joining.expect(Challenge.class), link.code(), link.secret()));
        String device = joining.expect(Joined.class).device();
        joining.close();
        AgentSocket socket = AgentSocket.connect(client, port, clock);
        socket.send(new AgentProof(key, socket.seen(), VERSION).authenticate(socket.expect(Challenge.class), device));
        socket.expect(Accepted.class);
        return socket;
    }

    private static void end(Vertx vertx) {
        try {
            vertx.close().await(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.fine("An event loop did not end in time");
        }
    }
}
