package dev.fanlight.relay.component;

import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts components in order and stops them in reverse. One thread starts, one thread stops; {@link #describe} may be called on any thread.
 */
public final class Lifecycle {

    private static final Logger LOG = Logger.getLogger(Lifecycle.class.getName());

    /** What each component has at least, however long those before it took. */
    private static final Duration SHARE = Duration.ofMillis(100);

    private final NanoClock clock;
    private final List<Component> started = new CopyOnWriteArrayList<>();

    public Lifecycle(NanoClock clock) {
        this.clock = clock;
    }

    /**
     * Starts one more component.
     *
     * @throws IllegalArgumentException when there is one of that name
     * @throws RuntimeException whatever the component failed with; those that run go on until {@link #stop}
     */
    public <T extends Component> T start(T component) {
        if (started.stream().anyMatch(other -> other.name().equals(component.name()))) {
            throw new IllegalArgumentException("two components are named " + component.name());
        }
        component.start();
        started.add(component);
        LOG.log(Level.FINE, "Started {0}", component.name());
        return component;
    }

    /**
     * Stops everything that was started, the last one first, each with what is left of the time but always a little.
     *
     * @param total how long all may take together
     * @throws RuntimeException the first failure, with the others suppressed in it; everything has been stopped then
     */
    public void stop(Duration total) {
        Failures failures = new Failures();
        long deadline = clock.nanoTime() + total.toNanos();
        for (int i = started.size() - 1; i >= 0; i--) {
            failures.of(started.get(i)::prepareStop);
        }
        for (int i = started.size() - 1; i >= 0; i--) {
            Component component = started.get(i);
            Duration limit = limit(deadline - clock.nanoTime(), i);
            failures.of(() -> component.stop(limit));
            LOG.log(Level.FINE, "Stopped {0}", component.name());
        }
        started.clear();
        failures.throwFirst();
    }

    /** {@link Component#describe} of each component that runs, by its name, in the order of their start. */
    public Map<String, Object> describe() {
        Map<String, Object> tree = new LinkedHashMap<>();
        started.forEach(component -> tree.put(component.name(), component.describe()));
        return tree;
    }

    /** What is left, less the shares of those that are still to be stopped. */
    private static Duration limit(long leftNanos, int after) {
        Duration left = Duration.ofNanos(leftNanos).minus(SHARE.multipliedBy(after));
        return left.compareTo(SHARE) > 0 ? left : SHARE;
    }

    /** Collects what goes wrong. */
    private static final class Failures {

        private final List<RuntimeException> all = new CopyOnWriteArrayList<>();

        void of(Runnable step) {
            try {
                step.run();
            } catch (RuntimeException e) {
                all.add(e);
            }
        }

        void throwFirst() {
            if (all.isEmpty()) {
                return;
            }
            RuntimeException first = all.get(0);
            all.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
            throw first;
        }
    }
}
