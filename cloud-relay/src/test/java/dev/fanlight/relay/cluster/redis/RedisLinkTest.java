package dev.fanlight.relay.cluster.redis;

import dev.fanlight.relay.config.RedisUrl;
import dev.fanlight.testing.Await;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.redis.client.RedisConnection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RedisLinkTest {

    @Test
    void aServerThatAcceptsAndDoesNotAnswerIsConnectedToAgain() {
        Vertx vertx = Vertx.vertx();
        AtomicInteger accepted = new AtomicInteger();
        NetServer silent = vertx.createNetServer()
                .connectHandler(socket -> accepted.incrementAndGet())
                .listen(0, "127.0.0.1")
                .await();
        RedisServerOptions server = new RedisServerOptions(
                new RedisUrl(false, "127.0.0.1", silent.actualPort(), 0, Optional.empty(), Optional.of("a password")),
                "");
        Context loop = vertx.getOrCreateContext();
        RedisLink link = new RedisLink(vertx, loop, server.toRedisOptions(), "messages", new Unused());
        try {
            link.start();
            Await.until("there is another connection", () -> accepted.get() > 1);
        } finally {
            loop.runOnContext(now -> link.close());
            vertx.close().await();
        }
    }

    private static final class Unused implements RedisLink.User {

        @Override
        public Future<?> prepare(RedisConnection connection) {
            return Future.succeededFuture();
        }

        @Override
        public void opened() {}

        @Override
        public void lost() {}
    }
}
