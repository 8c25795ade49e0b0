package dev.fanlight.relay.cluster.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Runs scripts on Redis, in the order in which they are given, over one connection. One that cannot be sent or is not answered fails; it
 * may have run all the same. Thread safe; never blocks.
 */
final class RedisCommands {

    private final Context loop;
    private final RedisLink link;

    RedisCommands(Context loop, RedisLink link) {
        this.loop = loop;
        this.link = link;
    }

    /** Runs a script, which Redis does as a whole. */
    CompletionStage<Response> run(RedisScript script, List<String> keys, List<String> arguments) {
        Promise<Response> answer = Promise.promise();
        loop.runOnContext(ignored -> send(script, keys, arguments).onComplete(answer));
        return answer.future().toCompletionStage();
    }

    private Future<Response> send(RedisScript script, List<String> keys, List<String> arguments) {
        Optional<RedisConnection> connection = link.open();
        if (connection.isEmpty()) {
            return Future.failedFuture(new RedisUnavailableException());
        }
        // Not by its hash, which a Redis that was started again does not know.
        Request request = Request.cmd(Command.EVAL).arg(script.text()).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(request::arg);
        return connection.get().send(request);
    }
}
