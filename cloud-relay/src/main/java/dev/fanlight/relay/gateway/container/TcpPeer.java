package dev.fanlight.relay.gateway.container;

import dev.fanlight.relay.gateway.publication.ContainerEnd;
import dev.fanlight.relay.gateway.publication.ContainerPeer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.function.Consumer;

/** A publisher by TCP, which learns nothing but the end: why it ended is for the owner to read. Event loop only, but for {@link #execute}. */
final class TcpPeer implements ContainerPeer {

    private final Vertx vertx;
    private final Context loop;
    private final NetSocket socket;
    private final Consumer<String> onProblem;
    private final GoneActions gone = new GoneActions();
    private boolean closed;

    /** Wraps a socket that was just opened; {@code onProblem} gets the sentence when it is ended for a reason. */
    TcpPeer(Vertx vertx, NetSocket socket, Consumer<String> onProblem) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.socket = socket;
        this.onProblem = onProblem;
        socket.closeHandler(closing -> {
            closed = true;
            gone.run();
        });
    }

    /** Runs an action when the connection has closed, at once if it has. */
    void onGone(Runnable action) {
        gone.add(action);
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
        if (!end.sentence().isEmpty()) {
            onProblem.accept(end.sentence());
        }
        closed = true;
        var unused = socket.close();
    }
}
