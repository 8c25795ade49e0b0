package dev.fanlight.agent.source.live;

import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Between the thread of a live source, which puts, and the one that captures, which takes. When it is full the source is not read any
 * further: dropping is for the queues behind, which know what depends on what.
 */
final class LiveQueue implements SourceOutput {

    /** Most events that wait. */
    static final int MAX = 8;

    private final ArrayBlockingQueue<LiveEvent> events = new ArrayBlockingQueue<>(MAX);

    @Override
    public void begin(List<Track> tracks) {
        put(new LiveEvent.Begin(tracks));
    }

    @Override
    public void accept(int track, AccessUnit unit) {
        put(new LiveEvent.Unit(track, unit));
    }

    @Override
    public void frame(RawFrame frame) {
        put(new LiveEvent.Frame(frame));
    }

    @Override
    public void notice(String sentence) {
        put(new LiveEvent.Notice(sentence));
    }

    /** Puts it when there is room; the thread stays interrupted when it was interrupted meanwhile. */
    void put(LiveEvent event) {
        try {
            events.put(event);
        } catch (InterruptedException e) {
            event.discard();
            Thread.currentThread().interrupt();
        }
    }

    Optional<LiveEvent> poll(Duration most) throws InterruptedException {
        return Optional.ofNullable(events.poll(most.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Discards what waits. */
    void clear() {
        LiveEvent event = events.poll();
        while (event != null) {
            event.discard();
            event = events.poll();
        }
    }
}
