package dev.fanlight.relay.cluster.redis;

/**
 * Names on the Redis server. Channels are shared by all its databases, so each name says which database it belongs to. Immutable.
 *
 * @param database number of the database
 */
record RedisKeys(int database) {

    String lease(String name) {
        return prefix() + "lease:" + name;
    }

    String places(String name) {
        return prefix() + "places:" + name;
    }

    String nodes() {
        return prefix() + "nodes";
    }

    String epoch() {
        return prefix() + "epoch";
    }

    String counter(String topic) {
        return prefix() + "count:" + topic;
    }

    String channel(String topic) {
        return prefix() + "topic:" + topic;
    }

    String beat() {
        return prefix() + "beat";
    }

    private String prefix() {
        return "fanlight:" + database + ":";
    }
}
