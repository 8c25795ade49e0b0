package dev.fanlight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopRunnerTest {

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    @Test
    void oneNamedThreadStartsWorksAndCloses() throws InterruptedException {
        LoopRunner runner = LoopRunner.start(loop(3, null), e -> events.add("failed"));
        assertThat(take()).isEqualTo("start on tester");
        assertThat(take()).isEqualTo("work");
        assertThat(take()).isEqualTo("work");
        assertThat(take()).isEqualTo("work");
        assertThat(take()).isEqualTo("close");
        runner.close();
        assertThat(runner.isRunning()).isFalse();
        assertThat(events).isEmpty();
    }

    @Test
    void failureIsReportedAfterTheLoopHasClosed() throws InterruptedException {
        try (LoopRunner runner =
                LoopRunner.start(loop(1, new IllegalStateException("boom")), e -> events.add(e.getMessage()))) {
            assertThat(take()).startsWith("start");
            assertThat(take()).isEqualTo("close");
            assertThat(take()).isEqualTo("boom");
            assertThat(runner).isNotNull();
        }
    }

    @Test
    void anErrorAndAFailureWhileClosingAreReportedLikeAnException() throws InterruptedException {
        Loop dying = new Loop() {
            @Override
            public boolean doWork() {
                throw new NoClassDefFoundError("gone");
            }

            @Override
            public void onClose() {
                throw new NoClassDefFoundError("closing");
            }

            @Override
            public String roleName() {
                return "dying";
            }
        };
        try (LoopRunner runner = LoopRunner.start(dying, e -> events.add(e.getMessage()))) {
            assertThat(take()).isEqualTo("gone");
            assertThat(runner).isNotNull();
        }
    }

    @Test
    void aLoopThatOthersInterruptIsReported() throws InterruptedException {
        Loop interrupted = new Loop() {
            @Override
            public boolean doWork() throws InterruptedException {
                throw new InterruptedException("by others");
            }

            @Override
            public String roleName() {
                return "interrupted";
            }
        };
        try (LoopRunner runner = LoopRunner.start(interrupted, e -> events.add(e.getMessage()))) {
            assertThat(take()).isEqualTo("by others");
            assertThat(runner).isNotNull();
        }
    }

    @Test
    void closingInterruptsWorkThatWaits() throws InterruptedException {
        Loop waiting = new Loop() {
            @Override
            public boolean doWork() throws InterruptedException {
                events.add("waiting");
                new LinkedBlockingQueue<String>().take();
                return true;
            }

            @Override
            public String roleName() {
                return "waiter";
            }
        };
        LoopRunner runner = LoopRunner.start(waiting, e -> events.add("failed"));
        assertThat(take()).isEqualTo("waiting");
        runner.close();
        assertThat(runner.isRunning()).isFalse();
        assertThat(events).isEmpty();
    }

    private Loop loop(int rounds, RuntimeException failure) {
        return new Loop() {
            private int left = rounds;

            @Override
            public void onStart() {
                events.add("start on " + Thread.currentThread().getName());
            }

            @Override
            public boolean doWork() {
                if (failure != null) {
                    throw failure;
                }
                events.add("work");
                return --left > 0;
            }

            @Override
            public void onClose() {
                events.add("close");
            }

            @Override
            public String roleName() {
                return "tester";
            }
        };
    }

    private String take() throws InterruptedException {
        return String.valueOf(events.poll(10, TimeUnit.SECONDS));
    }
}
