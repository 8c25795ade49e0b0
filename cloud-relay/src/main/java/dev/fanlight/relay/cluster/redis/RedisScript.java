package dev.fanlight.relay.cluster.redis;

/** The scripts that run on Redis, each as a whole. Numbers of more than 14 digits are written by {@code string.format}, for Lua rounds them. */
enum RedisScript {

    /**
     * Grants a lease. Keys: the lease, the last epoch. Arguments: id and address of the holder, life in ms, 1 to take it over. Returns
     * granted (1 or 0), then id, address, epoch and remaining life of the lease. The epoch is no lower than the time in µs, so that it rises
     * even when Redis has forgotten the last one.
     */
    GRANT("""
            local held = redis.call('HMGET', KEYS[1], 'id', 'address', 'epoch')
            if held[1] and ARGV[4] ~= '1' then
              return {0, held[1], held[2], held[3], redis.call('PTTL', KEYS[1])}
            end
            local time = redis.call('TIME')
            local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
            local last = tonumber(redis.call('GET', KEYS[2]) or '0')
            local epoch = string.format('%.0f', math.max(now, last + 1))
            redis.call('SET', KEYS[2], epoch)
            redis.call('HSET', KEYS[1], 'id', ARGV[1], 'address', ARGV[2], 'epoch', epoch)
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            return {1, ARGV[1], ARGV[2], epoch, tonumber(ARGV[3])}
            """),

    /** Renews a lease. Key: the lease. Arguments: its epoch, life in ms. Returns 1, or 0 when it has ended or is another one’s. */
    RENEW("""
            if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[1] then
              return 0
            end
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return 1
            """),

    /** Ends a lease. Key: the lease. Argument: its epoch. Returns 1, or 0 when it has ended or is another one’s. */
    RELEASE("""
            if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[1] then
              return 0
            end
            return redis.call('DEL', KEYS[1])
            """),

    /** Finds a lease. Key: the lease. Returns id, address, epoch and remaining life in ms, or nothing. */
    FIND("""
            local held = redis.call('HMGET', KEYS[1], 'id', 'address', 'epoch')
            if not held[1] then
              return {}
            end
            return {held[1], held[2], held[3], redis.call('PTTL', KEYS[1])}
            """),

    /** Publishes a numbered message. Key: the counter. Arguments: the channel, the node, the message. */
    PUBLISH("""
            local number = redis.call('INCR', KEYS[1])
            redis.call('PUBLISH', ARGV[1], string.format('%.0f', number) .. ' ' .. ARGV[2] .. ' ' .. ARGV[3])
            return 1
            """),

    /** Takes a place. Key: the places. Arguments: life in ms, most places, the place. Returns 1, or 0 when all are taken. */
    TAKE_PLACE(Lua.NOW + """
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
            if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then
              return 0
            end
            redis.call('ZADD', KEYS[1], now + tonumber(ARGV[1]), ARGV[3])
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
            return 1
            """),

    /** Keeps places. Key: the places. Arguments: life in ms, then the places. */
    KEEP_PLACES(Lua.NOW + """
            for i = 2, #ARGV do
              redis.call('ZADD', KEYS[1], now + tonumber(ARGV[1]), ARGV[i])
            end
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
            return 1
            """),

    /** Frees a place. Key: the places. Argument: the place. */
    FREE_PLACE("return redis.call('ZREM', KEYS[1], ARGV[1])"),

    /** Keeps the report of a node. Key: the reports. Arguments: the node, the report, how long reports are kept in ms. */
    REPORT_NODE(Lua.NOW + """
            redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f', now) .. ' ' .. ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            return 1
            """),

    /** Removes the report of a node. Key: the reports. Argument: the node. */
    FORGET_NODE("return redis.call('HDEL', KEYS[1], ARGV[1])"),

    /** Reads all reports, and removes old ones. Key: the reports. Argument: how long they are kept in ms. Returns node, age in ms, report, … */
    LIST_NODES(Lua.NOW + """
            local all = redis.call('HGETALL', KEYS[1])
            local answer = {}
            for i = 1, #all, 2 do
              local at, report = string.match(all[i + 1], '^(%d+) (.*)$')
              local age = now - tonumber(at)
              if age >= tonumber(ARGV[1]) then
                redis.call('HDEL', KEYS[1], all[i])
              else
                table.insert(answer, all[i])
                table.insert(answer, age)
                table.insert(answer, report)
              end
            end
            return answer
            """),

    /** Shows that a node is there. Arguments: the channel, the node. */
    BEAT("return redis.call('PUBLISH', ARGV[1], ARGV[2])");

    private static final class Lua {

        /** The time of the server in ms, as {@code now}. */
        static final String NOW = """
            local time = redis.call('TIME')
            local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
            """;
    }

    private final String text;

    RedisScript(String text) {
        this.text = text;
    }

    /** In Lua. */
    String text() {
        return text;
    }
}
