package dev.fanlight.agent;

import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.agent.pipeline.SourceListener;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.uplink.connection.GiveUpReason;
import dev.fanlight.agent.uplink.connection.UplinkFigures;
import dev.fanlight.agent.uplink.connection.UplinkListener;
import dev.fanlight.media.UplinkQuality;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps what happens during a trial. Thread safe. */
final class TrialEvents implements SourceListener, UplinkListener {

    /** Failed attempts after which there is no connection. */
    private static final int ATTEMPTS = 2;

    private final AtomicLong frames = new AtomicLong();
    private volatile Optional<String> description = Optional.empty();
    private volatile Optional<String> failure = Optional.empty();
    private volatile Optional<String> unconnected = Optional.empty();
    private volatile Optional<Duration> offset = Optional.empty();
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
        return description.orElse("");
    }

    Optional<String> failure() {
        return failure;
    }

    boolean isLiveOrFailed() {
        return description.isPresent() || failure.isPresent();
    }

    /** One attempt may fail on a busy computer or network. */
    boolean isConnectedOrNot() {
        return connected.get() || closed.get() || attempts.get() >= ATTEMPTS;
    }

    CameraTrial.RelayResult relay(UplinkFigures figures) {
        Optional<String> why = connected.get()
                ? Optional.empty()
                : Optional.of(unconnected.orElse("The relay has not answered in time."));
        return new CameraTrial.RelayResult(why, offset, figures);
    }

    void broken(Throwable cause) {
        failure = Optional.of("It has failed: " + cause.getMessage() + ".");
    }

    @Override
    public void asleep() {}

    @Override
    public void starting() {}

    @Override
    public void live(String text) {
        description = Optional.of(text);
    }

    @Override
    public void sending(boolean sends) {}

    @Override
    public void uplink(UplinkQuality quality) {}

    @Override
    public void notice(String sentence) {}

    @Override
    public void failed(SourceException cause, boolean everLive) {
        failure = Optional.of(String.valueOf(cause.getMessage()));
    }

    @Override
    public void connected(String camera) {
        connected.set(true);
    }

    @Override
    public void viewers(CurrentViewers viewers) {}

    @Override
    public void clockDiffers(Duration difference) {
        offset = Optional.of(difference);
    }

    @Override
    public void waiting(String why, Duration delay) {
        attempts.incrementAndGet();
        unconnected = Optional.of(why);
    }

    @Override
    public void keyChanged() {}

    @Override
    public void keyNotChanged(String why) {}

    @Override
    public void closed(GiveUpReason reason) {
        closed.set(true);
        unconnected = Optional.of(reason.sentence());
    }
}
