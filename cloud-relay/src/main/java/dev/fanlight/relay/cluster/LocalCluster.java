package dev.fanlight.relay.cluster;

import dev.fanlight.identity.CameraName;
import dev.fanlight.runtime.NanoClock;
import java.util.function.Consumer;

/**
 * A cluster in the memory of one process: of one node, or of several in a test. Results are complete when they are returned, and messages
 * are delivered by the publishing thread. Thread safe.
 */
public final class LocalCluster implements Cluster {

    private static final int MAX_WAITING = 10_000;
    private static final int MAX_LEASES = 20_000;

    private final Node node;
    private final LocalLeases leases;
    private final LocalPlaces places;
    private final LocalNodes nodes;
    private final LocalTopic<RightsChange> rights;
    private final LocalTopic<ChatAppended> chat;
    private final LocalTopic<ChatChanged> chatChanges;
    private final LocalTopic<CameraName> moved;
    private final LeasedStreams streams;

    /** Has no leases and no listeners; {@code failures} takes what listeners throw. */
    public LocalCluster(Node node, NanoClock clock, Consumer<RuntimeException> failures) {
        this.node = node;
        this.leases = new LocalLeases(clock, MAX_LEASES);
        this.places = new LocalPlaces(clock);
        this.nodes = new LocalNodes(clock);
        this.rights = new LocalTopic<>(MAX_WAITING, failures);
        this.chat = new LocalTopic<>(MAX_WAITING, failures);
        this.chatChanges = new LocalTopic<>(MAX_WAITING, failures);
        this.moved = new LocalTopic<>(MAX_WAITING, failures);
        this.streams = new LeasedStreams(node, leases, moved, StreamLocator.CLAIM_LIFE);
    }

    private LocalCluster(Node node, LocalCluster shared) {
        this.node = node;
        this.leases = shared.leases;
        this.places = shared.places;
        this.nodes = shared.nodes;
        this.rights = shared.rights;
        this.chat = shared.chat;
        this.chatChanges = shared.chatChanges;
        this.moved = shared.moved;
        this.streams = new LeasedStreams(node, leases, moved, StreamLocator.CLAIM_LIFE);
    }

    /** What another node sees of the same cluster. */
    public Cluster seenBy(Node other) {
        return new LocalCluster(other, this);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public StreamLocator streams() {
        return streams;
    }

    @Override
    public Topic<RightsChange> rights() {
        return rights;
    }

    @Override
    public Topic<ChatAppended> chat() {
        return chat;
    }

    @Override
    public Topic<ChatChanged> chatChanges() {
        return chatChanges;
    }

    @Override
    public Places places() {
        return places;
    }

    @Override
    public Nodes nodes() {
        return nodes.seenBy(node);
    }

    @Override
    public Leases leases() {
        return leases;
    }
}
