package dev.fanlight.relay.gateway;

import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.stream.Announcement;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.QueuedReader;
import dev.fanlight.relay.stream.ReaderEvent;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.ReaderLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Waits until a camera has announced its tracks, which one that sleeps does because a viewer waits. On the loop of the connection only, as are its
 * calls back.
 */
public final class TracksWait {

    private final BiConsumer<Duration, Runnable> timer;
    private final boolean keepsAwake;
    private final Consumer<Optional<TrackSet>> done;
    private final QueuedReader reader;
    private boolean decided;
    private boolean closed;

    /**
     * Begins to wait.
     *
     * @param kind of the one that waits
     * @param loop runs tasks on the connection's loop, from any thread
     * @param timer runs a task there after a while
     * @param limit how long at most
     * @param keepsAwake whether the camera has to stay awake behind {@code done} until this is closed; else it is closed before
     * @param done receives the tracks, or nothing after the time for it; called once, later, unless this is closed before
     */
    public TracksWait(
            GatewayContext relay,
            LiveStream stream,
            ReaderKind kind,
            Executor loop,
            BiConsumer<Duration, Runnable> timer,
            Duration limit,
            boolean keepsAwake,
            Consumer<Optional<TrackSet>> done) {
        this.timer = timer;
        this.keepsAwake = keepsAwake;
        this.done = done;
        this.reader = QueuedReader.open(
                stream, kind, ReaderLimits.LIVE, relay.clock(), relay.counters(), () -> loop.execute(this::poll));
        timer.accept(limit, () -> decide(Optional.empty()));
        loop.execute(this::poll);
    }

    /** Lets the camera sleep, as far as it is up to this. Does nothing the second time. */
    public void close() {
        if (!closed) {
            closed = true;
            reader.close();
        }
    }

    private void poll() {
        Optional<ReaderEvent> next = closed ? Optional.empty() : reader.poll();
        while (next.isPresent()) {
            if (next.get() instanceof ReaderEvent.Frame frame) {
                frame.frame().release();
            } else if (next.get() instanceof ReaderEvent.Tracks announced) {
                announced(announced.tracks());
            } else if (next.get() instanceof ReaderEvent.End) {
                decide(Optional.empty());
            }
            next = closed ? Optional.empty() : reader.poll();
        }
    }

    private void announced(TrackSet tracks) {
        if (Announcement.hasVideo(tracks)) {
            decide(Optional.of(tracks));
        } else {
            timer.accept(Announcement.VIDEO_AFTER_SOUND, () -> decide(Optional.of(tracks)));
        }
    }

    private void decide(Optional<TrackSet> tracks) {
        if (!decided && !closed) {
            decided = true;
            if (!keepsAwake) {
                close();
            }
            done.accept(tracks);
        }
    }
}
