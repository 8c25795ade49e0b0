package dev.fanlight.relay.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cluster.ChatAppended;
import dev.fanlight.relay.cluster.Cluster;
import dev.fanlight.relay.cluster.ClusterContract;
import dev.fanlight.relay.cluster.Lease;
import dev.fanlight.relay.cluster.Node;
import dev.fanlight.relay.cluster.RightsChange;
import dev.fanlight.relay.config.RedisUrl;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Await;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisClusterTest extends ClusterContract {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final CameraName CAMERA = new CameraName("camera-1");
    private static Vertx vertx;
    private static RedisServer redis;

    private final Map<Node, RedisCluster> nodes = new HashMap<>();

    @BeforeAll
    static void startRedis() {
        vertx = Vertx.vertx();
        redis = RedisServer.start();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
        vertx.close().await();
    }

    @AfterEach
    void stop() {
        nodes.values().forEach(node -> node.stop(Duration.ofSeconds(1)));
        redis.command("FLUSHALL");
    }

    @Override
    protected Cluster seenBy(Node node) {
        return nodes.computeIfAbsent(node, RedisClusterTest::join);
    }

    @Override
    protected void end(String lease) {
        assertThat(redis.command("DEL", new RedisKeys(0).lease(lease))).isEqualTo(":1");
    }

    @Test
    void requestsFailWhileRedisIsAwayAndWorkAgainAfterIt() {
        Lease before = granted(seenBy(NODE).leases().acquire("x", NODE, LIFE));
        redis.kill();
        try {
            assertThatThrownBy(() -> done(seenBy(NODE).leases().find("x"))).isNotNull();
        } finally {
            redis.startAgain();
        }
        RedisCluster other = (RedisCluster) seenBy(OTHER);
        Await.until(
                "it is connected", () -> Boolean.TRUE.equals(other.describe().get("connected")));
        Lease after = granted(other.leases().acquire("x", OTHER, LIFE));
        assertThat(after.epoch()).isGreaterThan(before.epoch());
    }

    @Test
    void messagesThatCouldNotBeSentAreAnnouncedAsMissedWhenRedisIsBack() {
        Heard<RightsChange> heard = new Heard<>();
        seenBy(OTHER).rights().subscribe(heard);
        seenBy(NODE);
        redis.kill();
        try {
            assertThatThrownBy(() -> done(seenBy(NODE).rights().publish(RightsChange.ofLink("link-1"))))
                    .isNotNull();
        } finally {
            redis.startAgain();
        }
        Await.until("the gap is announced", () -> heard.gaps() > 0);
    }

    @Test
    void nodeThatRedisDoesNotSendToFindsTheGap() {
        Heard<ChatAppended> heard = new Heard<>();
        seenBy(OTHER).chat().subscribe(heard);
        done(seenBy(NODE).chat().publish(new ChatAppended(CAMERA, 1)));
        heard.expect(List.of(new ChatAppended(CAMERA, 1)));
        int before = heard.gaps();
        // As if a message had been sent and lost.
        redis.command("INCR", new RedisKeys(0).counter("chat"));
        done(seenBy(NODE).chat().publish(new ChatAppended(CAMERA, 3)));
        heard.expect(List.of(new ChatAppended(CAMERA, 1), new ChatAppended(CAMERA, 3)));
        assertThat(heard.gaps()).isEqualTo(before + 1);
    }

    @Test
    void messageOfANewerVersionIsTakenForAMissedOne() {
        Heard<RightsChange> heard = new Heard<>();
        seenBy(OTHER).rights().subscribe(heard);
        int before = heard.gaps();
        redis.command("INCR", new RedisKeys(0).counter("rights"));
        redis.command("PUBLISH", new RedisKeys(0).channel("rights"), "\"1 node-9 SOMETHING x\"");
        Await.until("the gap is announced", () -> heard.gaps() > before);
    }

    @Test
    void wrongPasswordIsTriedAgainAndEndsNothing() {
        RedisCluster cluster = cluster(NODE, Optional.of("wrong"));
        cluster.start();
        assertThat(cluster.describe()).containsEntry("connected", false);
        assertThatThrownBy(() -> done(cluster.leases().find("x"))).isNotNull();
        cluster.stop(Duration.ofSeconds(1));
    }

    private static RedisCluster join(Node node) {
        RedisCluster cluster = cluster(node, Optional.of(RedisServer.PASSWORD));
        cluster.start();
        return cluster;
    }

    private static RedisCluster cluster(Node node, Optional<String> password) {
        RedisServerOptions server = new RedisServerOptions(
                new RedisUrl(false, "127.0.0.1", redis.port(), 0, Optional.empty(), password), "");
        return new RedisCluster(vertx, node, server.toRedisOptions(), 0, NanoClock.SYSTEM, e -> {
            throw e;
        });
    }
}
