package dev.fanlight.relay.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SocketTimersTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final SocketTimers timers = new SocketTimers(channel.eventLoop(), this::nanoTime);
    private final List<String> done = new ArrayList<>();

    @Test
    void keepsNothingOfWhatHasBeenDone() {
        channel.freezeTime();
        for (int i = 0; i < 100; i++) {
            timers.after(Duration.ofMillis(10), () -> done.add("once"));
            pass(Duration.ofMillis(10));
        }

        assertThat(done).hasSize(100);
        assertThat(timers.pending()).isZero();
    }

    @Test
    void endsWithItsSocket() {
        channel.freezeTime();
        timers.after(Duration.ofMillis(25), () -> done.add("once"));
        timers.every(Duration.ofMillis(10), () -> done.add("again"));
        pass(Duration.ofMillis(10));
        pass(Duration.ofMillis(10));

        timers.end();
        timers.after(Duration.ofMillis(1), () -> done.add("too late"));
        pass(Duration.ofSeconds(1));

        assertThat(done).containsExactly("again", "again");
        assertThat(timers.pending()).isZero();
    }

    @Test
    void timerThatComesLateLetsWhatWasReceivedBeHeardFirst() {
        channel.freezeTime();
        timers.after(Duration.ofSeconds(2), () -> done.add("once"));
        timers.every(Duration.ofSeconds(2), () -> done.add("again"));

        pass(Duration.ofSeconds(20));
        done.add("received");
        pass(LateTimer.GRACE);

        assertThat(done).containsExactly("received", "once", "again");
    }

    @Test
    void timerThatMissedManyOfItsTimesDoesNotCatchUp() {
        channel.freezeTime();
        timers.every(Duration.ofMillis(100), () -> done.add("again"));

        pass(Duration.ofSeconds(20));
        pass(LateTimer.GRACE);
        pass(Duration.ofMillis(100));

        assertThat(done).containsExactly("again", "again");
    }

    private long nanoTime() {
        return ((AbstractScheduledEventExecutor) channel.eventLoop()).ticker().nanoTime();
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }
}
