package dev.fanlight.relay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cluster.LeaseResult.Granted;
import dev.fanlight.relay.cluster.LeaseResult.Held;
import dev.fanlight.relay.cluster.Topic.Listener;
import dev.fanlight.relay.cluster.Topic.Subscription;
import dev.fanlight.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every implementation of a cluster does, seen from two of its nodes. */
public abstract class ClusterContract {

    /** One node of the cluster. */
    protected static final Node NODE = new Node("node-1", "wss://127.0.0.1:1");

    /** Another node of the cluster. */
    protected static final Node OTHER = new Node("node-2", "wss://127.0.0.1:2");

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final CameraName CAMERA = new CameraName("camera-1");

    /** The cluster as this node sees it. */
    protected abstract Cluster seenBy(Node node);

    /** Lets the life of a lease pass. */
    protected abstract void end(String lease);

    @Test
    void nodesAreListedAsTheyReportThemselvesUntilTheyLeave() {
        NodeLoad load = new NodeLoad(2, List.of("back", "front"), 7);
        done(seenBy(OTHER).nodes().report(load));
        done(seenBy(NODE).nodes().report(new NodeLoad(0, List.of(), 1)));
        List<NodeReport> all = done(seenBy(NODE).nodes().all());
        assertThat(all).extracting(NodeReport::node).containsExactly(NODE, OTHER);
        assertThat(all.get(1).load()).isEqualTo(load);
        assertThat(all).allMatch(NodeReport::isAlive);
        done(seenBy(OTHER).nodes().leave());
        assertThat(done(seenBy(NODE).nodes().all()))
                .extracting(NodeReport::node)
                .containsExactly(NODE);
    }

    @Test
    void leaseIsRefusedUntilTheOneBeforeItHasEnded() {
        Lease first = granted(leases().acquire("prune", NODE, LIFE));
        assertSame(held(others().acquire("prune", OTHER, LIFE)), first);
        assertSame(held(leases().acquire("prune", NODE, LIFE)), first);
        assertSame(done(others().find("prune")).orElseThrow(), first);
        end("prune");
        assertThat(done(leases().find("prune"))).isEmpty();
        assertThat(done(leases().renew(first, LIFE))).isEmpty();
        assertThat(granted(others().acquire("prune", OTHER, LIFE)).epoch()).isGreaterThan(first.epoch());
    }

    @Test
    void leaseThatIsTakenOverFencesTheOldOne() {
        Lease before = granted(leases().acquire("x", NODE, LIFE));
        Lease after = granted(others().takeOver("x", OTHER, LIFE));
        assertThat(after.epoch()).isGreaterThan(before.epoch());
        assertThat(done(leases().renew(before, LIFE))).isEmpty();
        assertThat(done(leases().release(before))).isFalse();
        assertSame(done(leases().find("x")).orElseThrow(), after);
    }

    @Test
    void renewedLeaseKeepsItsEpoch() {
        Lease lease = granted(leases().acquire("x", NODE, LIFE));
        Lease renewed = done(leases().renew(lease, LIFE)).orElseThrow();
        assertSame(renewed, lease);
        assertThat(renewed.endNanos() - lease.endNanos()).isNotNegative();
    }

    @Test
    void releasedLeaseIsFreeAndItsEpochIsNotUsedAgain() {
        Lease first = granted(leases().acquire("x", NODE, LIFE));
        assertThat(done(leases().release(first))).isTrue();
        assertThat(done(leases().release(first))).isFalse();
        assertThat(granted(others().acquire("x", OTHER, LIFE)).epoch()).isGreaterThan(first.epoch());
    }

    @Test
    void streamIsFoundAtTheNodeOfItsNewestPublisherAndEveryMoveIsAnnounced() {
        StreamLocator streams = seenBy(NODE).streams();
        StreamLocator others = seenBy(OTHER).streams();
        Heard<CameraName> heard = new Heard<>();
        streams.moved().subscribe(heard);
        Lease first = granted(streams.claim(CAMERA));
        assertThat(done(others.find(CAMERA)).map(Lease::holder)).contains(NODE);
        Lease second = granted(others.claim(CAMERA));
        assertThat(done(streams.find(CAMERA)).map(Lease::holder)).contains(OTHER);
        assertThat(done(streams.renew(first))).isEmpty();
        assertThat(done(streams.release(first))).isFalse();
        assertThat(done(others.renew(second))).isPresent();
        assertThat(done(others.release(second))).isTrue();
        assertThat(done(streams.find(CAMERA))).isEmpty();
        heard.expect(List.of(CAMERA, CAMERA, CAMERA));
    }

    @Test
    void claimThatIsNotRenewedEndsAndCanBeRestoredUnlessItWasTakenOver() {
        StreamLocator streams = seenBy(NODE).streams();
        Lease claim = granted(streams.claim(CAMERA));
        end(claim.name());
        assertThat(done(streams.find(CAMERA))).isEmpty();
        Lease restored = done(streams.renew(claim)).orElseThrow();
        assertThat(restored.epoch()).isGreaterThan(claim.epoch());
        end(claim.name());
        granted(seenBy(OTHER).streams().claim(CAMERA));
        assertThat(done(streams.renew(restored))).isEmpty();
    }

    @Test
    void everyNodeReceivesTheMessagesOfOneNodeInOrderUntilItUnsubscribes() {
        Heard<ChatAppended> here = new Heard<>();
        Heard<ChatAppended> there = new Heard<>();
        Subscription subscription = seenBy(NODE).chat().subscribe(here);
        seenBy(OTHER).chat().subscribe(there);
        done(seenBy(NODE).chat().publish(new ChatAppended(CAMERA, 1)));
        done(seenBy(NODE).chat().publish(new ChatAppended(CAMERA, 2)));
        subscription.close();
        done(seenBy(NODE).chat().publish(new ChatAppended(CAMERA, 3)));
        there.expect(List.of(new ChatAppended(CAMERA, 1), new ChatAppended(CAMERA, 2), new ChatAppended(CAMERA, 3)));
        here.expect(List.of(new ChatAppended(CAMERA, 1), new ChatAppended(CAMERA, 2)));
    }

    @Test
    void changesOfRightsArriveAsTheyWereSent() {
        Heard<RightsChange> heard = new Heard<>();
        seenBy(OTHER).rights().subscribe(heard);
        List<RightsChange> changes = List.of(
                RightsChange.ofCamera(CAMERA),
                RightsChange.ofVisitors(CAMERA),
                RightsChange.ofDevices(CAMERA),
                RightsChange.ofLink("link-1"),
                RightsChange.ofPublishKey("key-1"),
                RightsChange.ofOwner(),
                RightsChange.ofOwnerSessions(),
                RightsChange.ofOwnerSession("session-1"),
                RightsChange.ofApiToken("token-1"));
        changes.forEach(change -> done(seenBy(NODE).rights().publish(change)));
        heard.expect(changes);
    }

    @Test
    void placesAreCountedOverAllNodesAndAFreedOneCanBeTakenAgain() {
        Places here = seenBy(NODE).places();
        Places there = seenBy(OTHER).places();
        assertThat(done(here.take("link:1", "node-1:1", 2))).isTrue();
        assertThat(done(there.take("link:1", "node-2:1", 2))).isTrue();
        assertThat(done(here.take("link:1", "node-1:2", 2))).isFalse();
        assertThat(done(there.take("link:2", "node-2:2", 1))).isTrue();
        done(there.free("link:1", "node-2:1"));
        assertThat(done(here.take("link:1", "node-1:2", 2))).isTrue();
        done(here.free("link:1", "node-1:1"));
        done(here.keep("link:1", Set.of("node-1:1", "node-1:2")));
        assertThat(done(there.take("link:1", "node-2:3", 2))).isFalse();
    }

    private Leases leases() {
        return seenBy(NODE).leases();
    }

    private Leases others() {
        return seenBy(OTHER).leases();
    }

    private static void assertSame(Lease found, Lease expected) {
        assertThat(found.name()).isEqualTo(expected.name());
        assertThat(found.holder()).isEqualTo(expected.holder());
        assertThat(found.epoch()).isEqualTo(expected.epoch());
    }

    /** The lease that was granted. */
    protected static Lease granted(CompletionStage<LeaseResult> stage) {
        LeaseResult result = done(stage);
        assertThat(result).isInstanceOf(Granted.class);
        return ((Granted) result).lease();
    }

    private static Lease held(CompletionStage<LeaseResult> stage) {
        LeaseResult result = done(stage);
        assertThat(result).isInstanceOf(Held.class);
        return ((Held) result).by();
    }

    /** The result of a stage. */
    protected static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** What a listener has received, without the calls of {@code missed}, which it counts. */
    public static final class Heard<T> implements Listener<T> {

        private final List<T> received = new CopyOnWriteArrayList<>();
        private final List<Boolean> missed = new CopyOnWriteArrayList<>();

        @Override
        public void received(T message) {
            received.add(message);
        }

        @Override
        public void missed() {
            missed.add(true);
        }

        /** How often messages were missed. */
        public int gaps() {
            return missed.size();
        }

        /** Waits for exactly these messages. */
        public void expect(List<T> messages) {
            Await.until("as many messages arrived", () -> received.size() >= messages.size());
            assertThat(received).isEqualTo(messages);
        }
    }
}
