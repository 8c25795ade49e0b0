package dev.fanlight.agent.uplink.socket;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import java.util.concurrent.atomic.AtomicInteger;

/** Closes at once what connects to a server that has its most connections already. Thread safe. */
public final class ConnectionLimit implements Handler<HttpConnection> {

    private final int most;
    private final AtomicInteger open = new AtomicInteger();

    /** Lets {@code most} be open at a time. */
    public ConnectionLimit(int most) {
        this.most = most;
    }

    @Override
    public void handle(HttpConnection connection) {
        connection.closeHandler(nothing -> open.decrementAndGet());
        if (open.incrementAndGet() > most) {
            connection.close();
        }
    }
}
