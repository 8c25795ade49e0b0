package dev.fanlight.relay.cluster.redis;

import dev.fanlight.relay.cluster.Lease;
import dev.fanlight.relay.cluster.LeaseResult;
import dev.fanlight.relay.cluster.Leases;
import dev.fanlight.relay.cluster.Node;
import dev.fanlight.runtime.NanoClock;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Leases as keys of Redis that expire. A lease ends here no later than there, because its life counts from before the request. Thread safe.
 */
final class RedisLeases implements Leases {

    private static final String TAKE = "1";
    private static final String WAIT = "0";

    private final RedisCommands commands;
    private final RedisKeys keys;
    private final NanoClock clock;

    RedisLeases(RedisCommands commands, RedisKeys keys, NanoClock clock) {
        this.commands = commands;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public CompletionStage<LeaseResult> acquire(String name, Node holder, Duration life) {
        return grant(name, holder, life, WAIT);
    }

    @Override
    public CompletionStage<LeaseResult> takeOver(String name, Node holder, Duration life) {
        return grant(name, holder, life, TAKE);
    }

    @Override
    public CompletionStage<Optional<Lease>> renew(Lease lease, Duration life) {
        long sent = clock.nanoTime();
        return commands.run(
                        RedisScript.RENEW,
                        List.of(keys.lease(lease.name())),
                        List.of(String.valueOf(lease.epoch()), millis(life)))
                .thenApply(answer -> isYes(answer)
                        ? Optional.of(new Lease(lease.name(), lease.holder(), lease.epoch(), sent + life.toNanos()))
                        : Optional.empty());
    }

    @Override
    public CompletionStage<Boolean> release(Lease lease) {
        return commands.run(
                        RedisScript.RELEASE, List.of(keys.lease(lease.name())), List.of(String.valueOf(lease.epoch())))
                .thenApply(RedisLeases::isYes);
    }

    @Override
    public CompletionStage<Optional<Lease>> find(String name) {
        long sent = clock.nanoTime();
        return commands.run(RedisScript.FIND, List.of(keys.lease(name)), List.of())
                .thenApply(answer -> answer.size() == 0 ? Optional.empty() : Optional.of(lease(name, answer, 0, sent)));
    }

    private CompletionStage<LeaseResult> grant(String name, Node holder, Duration life, String mode) {
        long sent = clock.nanoTime();
        return commands.run(
                        RedisScript.GRANT,
                        List.of(keys.lease(name), keys.epoch()),
                        List.of(holder.id(), holder.address(), millis(life), mode))
                .thenApply(answer -> {
                    Lease lease = lease(name, answer, 1, sent);
                    return isYes(answer.get(0)) ? new LeaseResult.Granted(lease) : new LeaseResult.Held(lease);
                });
    }

    private static Lease lease(String name, Response answer, int from, long sent) {
        Node holder = new Node(answer.get(from).toString(), answer.get(from + 1).toString());
        long life = Math.max(0, answer.get(from + 3).toLong());
        return new Lease(name, holder, answer.get(from + 2).toLong(), sent + TimeUnit.MILLISECONDS.toNanos(life));
    }

    private static boolean isYes(Response answer) {
        return answer.toLong() == 1;
    }

    private static String millis(Duration life) {
        return String.valueOf(life.toMillis());
    }
}
