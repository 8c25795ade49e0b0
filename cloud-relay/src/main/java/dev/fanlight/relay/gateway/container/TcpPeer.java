package dev.fanlight.relay.gateway.container;

import dev.fanlight.relay.log.ErrorLog;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.time.Duration;

/** A publisher by TCP, which learns nothing but the end: why it ended is in the log. Event loop only, but for {@link #execute}. */
final class TcpPeer implements ContainerPeer {

    private final Vertx vertx;
    private final Context loop;
    private final NetSocket socket;
    private final ErrorLog errors;
    private boolean closed;

    TcpPeer(Vertx vertx, NetSocket socket, ErrorLog errors) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.socket = socket;
        this.errors = errors;
        onGone(() -> {});
    }

    /** Runs an action when the connection has closed. */
    void onGone(Runnable action) {
        socket.closeHandler(gone -> {
            closed = true;
            action.run();
        });
    }

    @Override
    public void execute(Runnable task) {
        loop.runOnContext(ignored -> task.run());
    }

    @Override
    public void after(Duration delay, Runnable task) {
        long unused = vertx.setTimer(Math.max(1, delay.toMillis()), timer -> {
            if (!closed) {
                task.run();
            }
        });
    }

    @Override
    public void pause() {
        socket.pause();
    }

    @Override
    public void resume() {
        socket.resume();
    }

    @Override
    public void end(ContainerEnd end) {
        if (end.status() >= 400 && !closed) {
            // Without what the peer may have made up.
            errors.warn("A publisher by TCP was refused or ended (" + end.status() + ")");
        }
        closed = true;
        var unused = socket.close();
    }
}
