package dev.fanlight.relay.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static final Duration TOTAL = Duration.ofSeconds(5);

    private final List<String> calls = new ArrayList<>();
    private long nanos = 1_000;
    private final Lifecycle lifecycle = new Lifecycle((NanoClock) () -> nanos);

    @Test
    void componentsStartInOrderAndStopInReverseAfterAllWerePrepared() {
        lifecycle.start(new Recorded("a"));
        lifecycle.start(new Recorded("b"));
        lifecycle.stop(TOTAL);
        assertThat(calls).containsExactly("start a", "start b", "prepare b", "prepare a", "stop b", "stop a");
    }

    @Test
    void aComponentThatDoesNotStartIsNotStoppedAndTheOthersAre() {
        lifecycle.start(new Recorded("a"));
        Recorded broken = new Recorded("b") {
            @Override
            public void start() {
                throw new IllegalStateException("taken");
            }
        };
        assertThatThrownBy(() -> lifecycle.start(broken)).hasMessage("taken");
        lifecycle.stop(TOTAL);
        assertThat(calls).containsExactly("start a", "prepare a", "stop a");
    }

    @Test
    void everythingStopsWhateverFailsAndTheFailuresComeTogether() {
        lifecycle.start(new Recorded("a"));
        lifecycle.start(new Failing("b"));
        lifecycle.start(new Recorded("c"));
        lifecycle.start(new Failing("d"));
        assertThatThrownBy(() -> lifecycle.stop(TOTAL))
                .hasMessage("d does not prepare")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("b does not prepare", "d does not stop", "b does not stop"));
        assertThat(calls).contains("stop c", "stop a");
    }

    @Test
    void eachHasWhatIsLeftOfTheTimeAndAlwaysALittle() {
        List<Duration> limits = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            lifecycle.start(new Recorded(name) {
                @Override
                public void stop(Duration limit) {
                    limits.add(limit);
                    nanos += limit.plusSeconds(1).toNanos();
                }
            });
        }
        lifecycle.stop(TOTAL);
        assertThat(limits).containsExactly(Duration.ofMillis(4_800), Duration.ofMillis(100), Duration.ofMillis(100));
    }

    @Test
    void whatRunsIsDescribedByItsName() {
        lifecycle.start(new Recorded("a"));
        lifecycle.start(new Recorded("b"));
        assertThat(lifecycle.describe())
                .containsExactly(Map.entry("a", Map.of("x", 1)), Map.entry("b", Map.of("x", 1)));
        lifecycle.stop(TOTAL);
        assertThat(lifecycle.describe()).isEmpty();
    }

    @Test
    void namesAreUnique() {
        lifecycle.start(new Recorded("a"));
        assertThatThrownBy(() -> lifecycle.start(new Recorded("a"))).hasMessage("two components are named a");
    }

    @Test
    void aResourceThatDoesNotCloseIsAbandoned() {
        CountDownLatch never = new CountDownLatch(1);
        lifecycle.start(new Recorded("a"));
        lifecycle.start(new Resource("stuck", never::await));
        lifecycle.stop(Duration.ofMillis(200));
        assertThat(calls).contains("stop a");
        never.countDown();
    }

    @Test
    void aResourceThatFailsToCloseSaysSo() {
        lifecycle.start(new Resource("store", () -> {
            throw new java.io.IOException("disk full");
        }));
        assertThatThrownBy(() -> lifecycle.stop(TOTAL))
                .hasMessage("store could not be closed")
                .hasRootCauseMessage("disk full");
    }

    private class Recorded implements Component {

        private final String name;

        Recorded(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void start() {
            calls.add("start " + name);
        }

        @Override
        public void prepareStop() {
            calls.add("prepare " + name);
        }

        @Override
        public void stop(Duration limit) {
            calls.add("stop " + name);
        }

        @Override
        public Map<String, Object> describe() {
            return Map.of("x", 1);
        }
    }

    private final class Failing extends Recorded {

        Failing(String name) {
            super(name);
        }

        @Override
        public void prepareStop() {
            throw new IllegalStateException(name() + " does not prepare");
        }

        @Override
        public void stop(Duration limit) {
            throw new IllegalStateException(name() + " does not stop");
        }
    }
}
