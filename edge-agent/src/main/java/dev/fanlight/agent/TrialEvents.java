package dev.fanlight.agent;

import dev.fanlight.agent.pipeline.SourceListener;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.uplink.connection.GiveUpReason;
import dev.fanlight.agent.uplink.connection.UplinkFigures;
import dev.fanlight.agent.uplink.connection.UplinkListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps what happens during a trial. Thread safe. */
final class TrialEvents implements SourceListener, UplinkListener {

    /** Failed attempts after which there is no connection. */
    private static final int ATTEMPTS = 2;

    private final AtomicLong frames = new AtomicLong();
    private final AtomicReference<Optional<String>> description = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<String>> failure = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<String>> unconnected = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Duration>> offset = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean connected = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger attempts = new AtomicInteger();

    void frame() {
        frames.incrementAndGet();
    }

    long frames() {
        return frames.get();
    }

    String description() {
        return description.get().orElse("");
    }

    Optional<String> failure() {
        return failure.get();
    }

    boolean isLiveOrFailed() {
        return description.get().isPresent() || failure.get().isPresent();
    }

    /** One attempt may fail on a busy computer or network. */
    boolean isConnectedOrNot() {
        return connected.get() || closed.get() || attempts.get() >= ATTEMPTS;
    }

    CameraTrial.RelayResult relay(UplinkFigures figures) {
        Optional<String> why = connected.get()
                ? Optional.empty()
                : Optional.of(unconnected.get().orElse("The relay has not answered in time."));
        return new CameraTrial.RelayResult(why, offset.get(), figures);
    }

    void broken(Throwable cause) {
        failure.set(Optional.of("It has failed: " + cause.getMessage() + "."));
    }

    @Override
    public void asleep() {}

    @Override
    public void starting() {}

    @Override
    public void live(String text) {
        description.set(Optional.of(text));
    }

    @Override
    public void notice(String sentence) {}

    @Override
    public void failed(SourceException cause, boolean everLive) {
        failure.set(Optional.of(String.valueOf(cause.getMessage())));
    }

    @Override
    public void connected(String camera) {
        connected.set(true);
    }

    @Override
    public void viewers(int count) {}

    @Override
    public void clockDiffers(Duration difference) {
        offset.set(Optional.of(difference));
    }

    @Override
    public void waiting(String why, Duration delay) {
        attempts.incrementAndGet();
        unconnected.set(Optional.of(why));
    }

    @Override
    public void keyChanged() {}

    @Override
    public void keyNotChanged(String why) {}

    @Override
    public void closed(GiveUpReason reason) {
        closed.set(true);
        unconnected.set(Optional.of(reason.sentence()));
    }
}
