package dev.fanlight.relay.gateway.container;

import dev.fanlight.relay.gateway.publication.ContainerEnd;
import dev.fanlight.relay.gateway.publication.ContainerPeer;
import dev.fanlight.relay.socket.ChannelCut;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.VertxConnection;
import java.time.Duration;

/** A publisher by HTTP: its request goes on until it has sent everything, and the answer says how it went. Event loop only, but for {@link #execute}. */
final class HttpPeer implements ContainerPeer {

    private final Vertx vertx;
    private final Context loop;
    private final HttpServerRequest request;
    private final Duration close;
    private final GoneActions gone = new GoneActions();
    private boolean closed;

    /**
     * Takes over a request that is paused.
     *
     * @param request as the server made it
     * @param close in which the publisher has to take the answer
     */
    HttpPeer(Vertx vertx, HttpServerRequest request, Duration close) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.request = request;
        this.close = close;
        request.response().closeHandler(closing -> {
            closed = true;
            gone.run();
        });
    }

    /** Runs an action when the publisher has closed its connection, at once if it has. */
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
        request.pause();
    }

    @Override
    public void resume() {
        request.resume();
    }

    /** Reads what is still on its way until the answer was taken: unread bytes would make the kernel throw the answer away. */
    @Override
    public void end(ContainerEnd end) {
        HttpServerResponse response = request.response();
        if (closed || response.ended()) {
            return;
        }
        response.setStatusCode(end.status())
                .putHeader(HttpHeaders.CONNECTION, "close")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!end.sentence().isEmpty()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8");
        }
        closed = true;
        Future<Void> read = readRest();
        long timer = vertx.setTimer(close.toMillis(), late -> cut());
        var unused = response.end(end.sentence().isEmpty() ? "" : end.sentence() + "\n")
                .compose(written -> read)
                .onComplete(done -> {
                    vertx.cancelTimer(timer);
                    cut();
                });
    }

    private Future<Void> readRest() {
        if (request.isEnded()) {
            return Future.succeededFuture();
        }
        request.handler(rest -> {});
        Future<Void> end = request.end();
        request.resume();
        return end;
    }

    private void cut() {
        ChannelCut.now(
                ((VertxConnection) request.connection()).channelHandlerContext().channel());
    }
}
