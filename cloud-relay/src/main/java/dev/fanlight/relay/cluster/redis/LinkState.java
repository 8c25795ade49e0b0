package dev.fanlight.relay.cluster.redis;

import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;

/** How far a {@link RedisLink} is. */
sealed interface LinkState {

    /** There is no connection yet, or none any more. */
    record Connecting() implements LinkState {}

    /**
     * There is a connection.
     *
     * @param client made for it
     * @param connection carries commands or messages
     */
    record Open(Redis client, RedisConnection connection) implements LinkState {}

    /** It is not used any more. */
    record Closed() implements LinkState {}
}
