package dev.fanlight.relay.node;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cluster.Lease;
import dev.fanlight.relay.cluster.Topic;
import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.stream.LiveStream;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pulls the streams that readers of this relay need and other nodes have: one link for each camera, from the first reader to some seconds
 * after the last. Runs on one loop.
 */
public final class Pulls implements Component {

    /** How often it is looked which streams are needed. */
    static final Duration TICK = Duration.ofMillis(100);

    /** Least time between two look-ups of a stream that was not found or not reached. */
    static final Duration RETRY = Duration.ofSeconds(1);

    /** How long a stream is pulled that nothing needs any more. */
    static final Duration LINGER = Duration.ofSeconds(10);

    private static final int TICKS_PER_SECOND = 10;

    private final Vertx vertx;
    private final Context loop;
    private final NodeServices services;
    private final PullDialer dialer;
    private final int maxPulls;

    // loop
    private final Map<CameraName, Pull> pulls = new HashMap<>();
    private int ticks;
    private boolean closed;

    /** Pulls nothing yet, and at most {@code maxPulls} streams at a time. */
    public Pulls(Vertx vertx, NodeServices services, int maxPulls) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.services = services;
        this.maxPulls = maxPulls;
        this.dialer = new PullDialer(vertx, maxPulls);
    }

    /** What is done for one camera. */
    private static final class Pull {

        private Optional<PullLink> link = Optional.empty();
        private boolean isLookingUp;
        private long nextLookUp;
        private long lastNeeded;

        Pull(long now) {
            nextLookUp = now;
            lastNeeded = now;
        }
    }

    @Override
    public String name() {
        return "pulls";
    }

    @Override
    public void start() {
        services.locator().moved().subscribe(new Moves());
        loop.runOnContext(ignored -> tick());
    }

    @Override
    public void stop(Duration limit) {
        loop.runOnContext(ignored -> {
            closed = true;
            links().forEach(PullLink::close);
            dialer.close();
        });
    }

    private void tick() {
        if (closed) {
            return;
        }
        long now = services.clock().nanoTime();
        services.streams().each((camera, stream) -> look(camera, stream, now));
        if (ticks++ % TICKS_PER_SECOND == 0) {
            links().forEach(PullLink::tick);
        }
        vertx.setTimer(TICK.toMillis(), ignored -> loop.runOnContext(next -> tick()));
    }

    private void look(CameraName camera, LiveStream stream, long now) {
        Pull pull = pulls.get(camera);
        if (stream.isWanted() && !stream.isPublishedHere()) {
            if (pull == null && pulls.size() < maxPulls) {
                pull = new Pull(now);
                pulls.put(camera, pull);
            }
            if (pull != null) {
                pull.lastNeeded = now;
                lookUp(camera, pull, now);
            }
        } else if (pull != null && now - pull.lastNeeded > LINGER.toNanos()) {
            pulls.remove(camera);
            pull.link.ifPresent(PullLink::close);
        }
    }

    private void lookUp(CameraName camera, Pull pull, long now) {
        if (pull.isLookingUp || pull.link.isPresent() || now - pull.nextLookUp < 0) {
            return;
        }
        pull.isLookingUp = true;
        pull.nextLookUp = now + RETRY.toNanos();
        services.locator()
                .find(camera)
                .whenComplete((lease, e) -> loop.runOnContext(ignored -> {
                    pull.isLookingUp = false;
                    if (e == null) {
                        found(camera, pull, lease);
                    }
                }));
    }

    private void found(CameraName camera, Pull pull, Optional<Lease> lease) {
        Optional<Lease> elsewhere = lease.filter(
                found -> !found.holder().id().equals(services.node().id()));
        if (closed || pull.link.isPresent() || pulls.get(camera) != pull || elsewhere.isEmpty()) {
            return;
        }
        PullLink link = new PullLink(loop, services, camera, elsewhere.get(), () -> ended(pull));
        pull.link = Optional.of(link);
        dialer.dial(elsewhere.get().holder().address(), link);
    }

    private static void ended(Pull pull) {
        pull.link = Optional.empty();
    }

    /** The stream is looked up again: at once, and a link to where it was before ends. */
    private void moved(CameraName camera) {
        Pull pull = pulls.get(camera);
        if (pull == null) {
            return;
        }
        pull.nextLookUp = services.clock().nanoTime();
        if (pull.link.isEmpty()) {
            lookUp(camera, pull, pull.nextLookUp);
            return;
        }
        services.locator()
                .find(camera)
                .whenComplete((lease, e) -> loop.runOnContext(ignored -> {
                    if (e == null
                            && pull.link.isPresent()
                            && isElsewhere(pull.link.get().lease(), lease)) {
                        pull.link.get().close();
                        loop.runOnContext(next -> found(camera, pull, lease));
                    }
                }));
    }

    private static boolean isElsewhere(Lease pulled, Optional<Lease> now) {
        return now.filter(lease ->
                        lease.epoch() > pulled.epoch() && !lease.holder().equals(pulled.holder()))
                .isPresent();
    }

    private List<PullLink> links() {
        List<PullLink> links = new ArrayList<>();
        pulls.values().forEach(pull -> pull.link.ifPresent(links::add));
        return links;
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("limit", maxPulls);
    }

    /** Streams that have moved. */
    private final class Moves implements Topic.Listener<CameraName> {

        @Override
        public void received(CameraName camera) {
            loop.runOnContext(ignored -> moved(camera));
        }

        @Override
        public void missed() {
            loop.runOnContext(ignored -> List.copyOf(pulls.keySet()).forEach(Pulls.this::moved));
        }
    }
}
