package dev.fanlight.relay.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** When the right of a session is checked. */
class MonitoredSessionTest {

    private final Steps steps = new Steps();
    private int checks;

    @Test
    void aLongLifeIsWaitedForInShortSteps() {
        MonitoredSession session = monitor(Duration.ofDays(365));
        for (int i = 0; i < 100; i++) {
            steps.next();
        }
        assertThat(steps.delays).allMatch(delay -> delay.compareTo(MonitoredSession.INTERVAL) <= 0);
        session.close();
        for (int i = steps.waiting.size(); i > 0; i--) {
            steps.next();
        }
        assertThat(steps.waiting).isEmpty();
    }

    @Test
    void theRightIsCheckedWhenItsLifeEnds() {
        Duration rest = Duration.ofSeconds(7);
        monitor(MonitoredSession.INTERVAL.plus(rest));
        assertThat(checks).isEqualTo(1);
        steps.next();
        assertThat(steps.delays).contains(rest);
        steps.next();
        steps.next();
        assertThat(checks).isEqualTo(3);
    }

    private MonitoredSession monitor(Duration life) {
        AuthorizationMonitor monitor =
                new AuthorizationMonitor(new AuthorizedSessions(), Runnable::run, new ErrorLog(NanoClock.SYSTEM));
        return monitor.monitor(steps, new Principal.Anonymous(), Optional.empty(), Optional.of(life), () -> {
            checks++;
            return AccessDecision.VALID;
        });
    }

    /** A connection whose time is told by the test: what is due next is what was scheduled first. */
    private static final class Steps implements MonitoredSession.Connection {

        private final List<Duration> delays = new ArrayList<>();
        private final Queue<Runnable> waiting = new ArrayDeque<>();

        void next() {
            waiting.remove().run();
        }

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void schedule(Duration delay, Runnable task) {
            delays.add(delay);
            waiting.add(task);
        }

        @Override
        public void unauthorized(Reason reason) {
            throw new AssertionError(reason);
        }
    }
}
