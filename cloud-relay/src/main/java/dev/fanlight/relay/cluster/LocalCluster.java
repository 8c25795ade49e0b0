package dev.fanlight.relay.cluster;

import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A cluster of one node, in its memory. Results are complete when they are returned, and messages are delivered by the publishing thread.
 * Thread safe.
 */
public final class LocalCluster implements Cluster {

    /** How long a claim to a stream lasts without a renewal; a healthy node renews it four times in that time. */
    public static final Duration CLAIM_LIFE = Duration.ofSeconds(10);

    private static final int MAX_WAITING = 10_000;
    private static final int MAX_LEASES = 20_000;

    private final LocalLeases leases;
    private final LocalTopic<RightsChange> rights;
    private final LocalTopic<ChatAppended> chat;
    private final LeasedStreams streams;

    /** Has no leases and no listeners; {@code failures} takes what listeners throw. */
    public LocalCluster(Node node, NanoClock clock, Consumer<RuntimeException> failures) {
        this.leases = new LocalLeases(clock, MAX_LEASES);
        this.rights = new LocalTopic<>(MAX_WAITING, failures);
        this.chat = new LocalTopic<>(MAX_WAITING, failures);
        this.streams = new LeasedStreams(node, leases, new LocalTopic<>(MAX_WAITING, failures), CLAIM_LIFE);
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
    public Leases leases() {
        return leases;
    }
}
