package dev.fanlight.relay.cluster.redis;

/** There is no connection to Redis just now. Has no stack trace, since it is expected. */
final class RedisUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RedisUnavailableException() {
        super("Redis cannot be reached", null, false, false);
    }
}
