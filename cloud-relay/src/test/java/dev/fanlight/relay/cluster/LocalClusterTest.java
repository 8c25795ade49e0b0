package dev.fanlight.relay.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cluster.LeaseResult.Full;
import dev.fanlight.relay.cluster.Topic.Listener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LocalClusterTest extends ClusterContract {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final CameraName CAMERA = new CameraName("camera-1");

    // Close to where nanoTime overflows, which it may at any time.
    private final AtomicLong now =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(5).toNanos());
    private final List<RuntimeException> failures = new ArrayList<>();
    private final LocalCluster cluster = new LocalCluster(NODE, now::get, failures::add);
    private final Leases leases = cluster.leases();

    @Override
    protected Cluster seenBy(Node node) {
        return node.equals(NODE) ? cluster : cluster.seenBy(node);
    }

    @Override
    protected void end(String lease) {
        pass(LIFE);
    }

    @Test
    void leaseEndsAtTheEndOfItsLife() {
        Lease first = granted(leases.acquire("prune", NODE, LIFE));
        pass(LIFE.minusNanos(1));
        assertThat(done(leases.find("prune"))).contains(first);
        pass(Duration.ofNanos(1));
        assertThat(done(leases.find("prune"))).isEmpty();
    }

    @Test
    void renewedLeaseLastsLonger() {
        Lease lease = granted(leases.acquire("x", NODE, LIFE));
        pass(LIFE.minusSeconds(2));
        assertThat(done(leases.renew(lease, LIFE)).orElseThrow().epoch()).isEqualTo(lease.epoch());
        pass(LIFE.minusSeconds(2));
        assertThat(done(leases.find("x"))).isPresent();
        pass(Duration.ofSeconds(2));
        assertThat(done(leases.renew(lease, LIFE))).isEmpty();
    }

    @Test
    void leasesAreBoundedAndEndedOnesAreRemovedAtTheLimit() {
        LocalLeases few = new LocalLeases(now::get, 2);
        granted(few.acquire("a", NODE, LIFE));
        pass(Duration.ofSeconds(1));
        granted(few.acquire("b", NODE, LIFE));
        assertThat(done(few.acquire("c", NODE, LIFE))).isEqualTo(new Full(2));
        granted(few.takeOver("b", NODE, LIFE));
        pass(LIFE.minusSeconds(1));
        granted(few.acquire("c", NODE, LIFE));
    }

    @Test
    void listenerThatFailsKeepsNothingFromTheOthers() {
        List<String> received = new ArrayList<>();
        cluster.rights().subscribe(hearing(change -> {
            throw new IllegalStateException("broken");
        }));
        cluster.rights().subscribe(recording(received));
        publish(cluster.rights(), RightsChange.ofCamera(CAMERA));
        assertThat(received).hasSize(1);
        assertThat(failures).singleElement().extracting(Throwable::getMessage).isEqualTo("broken");
    }

    @Test
    void messageThatAListenerPublishesFollowsTheOneItReceived() {
        LocalTopic<Integer> topic = new LocalTopic<>(10, failures::add);
        List<String> received = new ArrayList<>();
        topic.subscribe(hearing(number -> {
            if (number < 3) {
                publish(topic, number + 1);
            }
        }));
        topic.subscribe(recording(received));
        publish(topic, 1);
        assertThat(received).containsExactly("1", "2", "3");
    }

    @Test
    void listenerIsInformedOfMissedMessagesWhenTooManyWait() {
        LocalTopic<Integer> topic = new LocalTopic<>(2, failures::add);
        List<String> received = new ArrayList<>();
        topic.subscribe(hearing(number -> {
            if (number == 0) {
                for (int i = 1; i <= 4; i++) {
                    publish(topic, i);
                }
            }
        }));
        topic.subscribe(recording(received));
        publish(topic, 0);
        assertThat(received).containsExactly("0", "missed", "4");
    }

    @Test
    void nodeHasAnId() {
        assertThatThrownBy(() -> new Node("", "")).isInstanceOf(IllegalArgumentException.class);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static <T> void publish(Topic<T> topic, T message) {
        assertThat(topic.publish(message).toCompletableFuture()).isCompleted();
    }

    private static <T> Listener<T> recording(List<String> received) {
        return new Listener<>() {
            @Override
            public void received(T message) {
                received.add(message.toString());
            }

            @Override
            public void missed() {
                received.add("missed");
            }
        };
    }

    private static <T> Listener<T> hearing(Consumer<T> received) {
        return new Listener<>() {
            @Override
            public void received(T message) {
                received.accept(message);
            }

            @Override
            public void missed() {}
        };
    }
}
