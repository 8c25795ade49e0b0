package dev.fanlight.relay.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cluster.LeaseResult.Full;
import dev.fanlight.relay.cluster.LeaseResult.Granted;
import dev.fanlight.relay.cluster.LeaseResult.Held;
import dev.fanlight.relay.cluster.Topic.Listener;
import dev.fanlight.relay.cluster.Topic.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LocalClusterTest {

    private static final Node NODE = new Node("node-1", "");
    private static final Node OTHER = new Node("node-2", "");
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final CameraName CAMERA = new CameraName("camera-1");

    // Close to where nanoTime overflows, which it may at any time.
    private final AtomicLong now =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(5).toNanos());
    private final List<RuntimeException> failures = new ArrayList<>();
    private final LocalCluster cluster = new LocalCluster(NODE, now::get, failures::add);
    private final Leases leases = cluster.leases();

    @Test
    void leaseIsRefusedUntilTheOneBeforeItHasEnded() {
        Lease first = granted(leases.acquire("prune", NODE, LIFE));
        assertThat(done(leases.acquire("prune", OTHER, LIFE))).isEqualTo(new Held(first));
        assertThat(done(leases.acquire("prune", NODE, LIFE))).isEqualTo(new Held(first));
        pass(LIFE.minusNanos(1));
        assertThat(done(leases.find("prune"))).contains(first);
        pass(Duration.ofNanos(1));
        assertThat(done(leases.find("prune"))).isEmpty();
        assertThat(granted(leases.acquire("prune", OTHER, LIFE)).epoch()).isGreaterThan(first.epoch());
    }

    @Test
    void leaseThatIsTakenOverFencesTheOldOne() {
        Lease before = granted(leases.acquire("x", NODE, LIFE));
        Lease after = granted(leases.takeOver("x", OTHER, LIFE));
        assertThat(after.epoch()).isGreaterThan(before.epoch());
        assertThat(done(leases.renew(before, LIFE))).isEmpty();
        assertThat(done(leases.release(before))).isFalse();
        assertThat(done(leases.find("x"))).contains(after);
    }

    @Test
    void renewedLeaseKeepsItsEpochAndLastsLonger() {
        Lease lease = granted(leases.acquire("x", NODE, LIFE));
        pass(Duration.ofSeconds(8));
        assertThat(done(leases.renew(lease, LIFE)).orElseThrow().epoch()).isEqualTo(lease.epoch());
        pass(Duration.ofSeconds(8));
        assertThat(done(leases.find("x"))).isPresent();
        pass(Duration.ofSeconds(2));
        assertThat(done(leases.renew(lease, LIFE))).isEmpty();
    }

    @Test
    void releasedLeaseIsFreeAndItsEpochIsNotUsedAgain() {
        Lease first = granted(leases.acquire("x", NODE, LIFE));
        assertThat(done(leases.release(first))).isTrue();
        assertThat(done(leases.release(first))).isFalse();
        assertThat(granted(leases.acquire("x", OTHER, LIFE)).epoch()).isGreaterThan(first.epoch());
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
    void streamIsFoundAtTheNodeOfItsNewestPublisherAndEveryMoveIsAnnounced() {
        StreamLocator streams = cluster.streams();
        StreamLocator others = cluster.seenBy(OTHER).streams();
        List<String> received = new ArrayList<>();
        streams.moved().subscribe(recording(received));
        Lease first = granted(streams.claim(CAMERA));
        assertThat(done(others.find(CAMERA)).map(Lease::holder)).contains(NODE);
        Lease second = granted(others.claim(CAMERA));
        assertThat(done(streams.find(CAMERA)).map(Lease::holder)).contains(OTHER);
        assertThat(done(streams.renew(first))).isEmpty();
        assertThat(done(streams.release(first))).isFalse();
        assertThat(done(others.renew(second))).isPresent();
        assertThat(done(others.release(second))).isTrue();
        assertThat(done(streams.find(CAMERA))).isEmpty();
        assertThat(received).containsExactly("camera-1", "camera-1", "camera-1");
    }

    @Test
    void claimThatIsNotRenewedEndsAndCanBeRestoredUnlessItWasTakenOver() {
        StreamLocator streams = cluster.streams();
        Lease claim = granted(streams.claim(CAMERA));
        pass(StreamLocator.CLAIM_LIFE);
        assertThat(done(streams.find(CAMERA))).isEmpty();
        Lease restored = done(streams.renew(claim)).orElseThrow();
        assertThat(restored.epoch()).isGreaterThan(claim.epoch());
        pass(StreamLocator.CLAIM_LIFE);
        granted(cluster.seenBy(OTHER).streams().claim(CAMERA));
        assertThat(done(streams.renew(restored))).isEmpty();
    }

    @Test
    void subscribersHearMessagesInOrderUntilTheyUnsubscribe() {
        List<String> received = new ArrayList<>();
        Subscription subscription = cluster.chat().subscribe(recording(received));
        publish(cluster.chat(), new ChatAppended(CAMERA, 1));
        publish(cluster.chat(), new ChatAppended(CAMERA, 2));
        subscription.close();
        publish(cluster.chat(), new ChatAppended(CAMERA, 3));
        assertThat(received)
                .containsExactly(new ChatAppended(CAMERA, 1).toString(), new ChatAppended(CAMERA, 2).toString());
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

    private static Lease granted(CompletionStage<LeaseResult> stage) {
        assertThat(done(stage)).isInstanceOf(Granted.class);
        return ((Granted) done(stage)).lease();
    }

    private static <T> void publish(Topic<T> topic, T message) {
        assertThat(topic.publish(message).toCompletableFuture()).isCompleted();
    }

    private static <T> T done(CompletionStage<T> stage) {
        assertThat(stage.toCompletableFuture()).isCompleted();
        return stage.toCompletableFuture().join();
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
