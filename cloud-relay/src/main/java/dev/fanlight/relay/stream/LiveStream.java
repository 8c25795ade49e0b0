package dev.fanlight.relay.stream;

import dev.fanlight.protocol.Clock;
import dev.fanlight.protocol.SourceState;
import dev.fanlight.protocol.Stream;
import dev.fanlight.protocol.StreamState;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.Viewers;
import dev.fanlight.relay.broadcast.ControlEncoder;
import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.fanout.FanOutContext;
import dev.fanlight.relay.fanout.LoopFanOut;
import dev.fanlight.relay.fanout.QueueLimits;
import dev.fanlight.relay.fanout.ViewerFanOut;
import dev.fanlight.relay.fanout.ViewerOutput;
import dev.fanlight.relay.fanout.ViewerQueue;
import dev.fanlight.relay.fanout.ViewerRequests;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.PublisherState.Online;
import dev.fanlight.runtime.ClockOffset;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One camera’s stream: at most one publisher, its viewers, and what a viewer needs who joins now. A short lock orders everything
 * that happens to the stream; the work for each viewer is done on the viewers’ event loops, one task a loop and frame. Thread safe.
 */
public final class LiveStream {

    /** A clock that moved less than this is not told again, µs. */
    static final long CLOCK_STEP_MICROS = 1_000;

    private final MediaClock wallClock;
    private final NanoClock clock;
    private final RelayCounters counters;
    private final ViewerRequests wishes = new Wishes();

    private final Object lock = new Object();

    // lock
    private final ViewerFanOut audience;
    private final TrackStates flows = new TrackStates();
    private final PublisherDemand upstream;
    private PublisherState feed = new PublisherState.Offline();
    private OptionalLong lastCapture = OptionalLong.empty();
    private boolean paused;

    /** A stream that nobody publishes yet. */
    public LiveStream(
            FanOutContext fanOut,
            ControlEncoder encoder,
            MediaClock wallClock,
            NanoClock clock,
            RelayCounters counters) {
        this.audience = new ViewerFanOut(fanOut, encoder);
        this.upstream = new PublisherDemand(clock);
        this.wallClock = wallClock;
        this.clock = clock;
        this.counters = counters;
    }

    /** Begins to publish; whoever did so before is told that it was replaced. */
    public PublishHandle open(Publisher publisher) {
        PublishHandle publication = new PublishHandle(this, publisher);
        synchronized (lock) {
            if (feed instanceof Online before) {
                before.publication().publisher().replaced();
            }
            reset();
            feed = new Online(publication, SourceState.ASLEEP, Optional.empty(), Optional.empty());
            upstream.restart();
            tellDemand();
            audience.tell(stream());
        }
        return publication;
    }

    /** Stops the picture for everybody and lets the camera sleep, or lets both go on; does nothing when it is so already. */
    public void pause(boolean pause) {
        synchronized (lock) {
            if (paused == pause) {
                return;
            }
            paused = pause;
            flows.restart();
            audience.tell(stream());
            tellDemand();
            if (!pause) {
                upstream.askForKeyFrame(feed, mainTrack());
            }
        }
    }

    /** What viewers are told of it. */
    public StreamState state() {
        synchronized (lock) {
            return stream().state();
        }
    }

    /** The queue of somebody who is about to {@link #enter}. */
    public ViewerQueue queue(ViewerOutput sink, QueueLimits policy) {
        return new ViewerQueue(sink, policy, clock, counters, wishes);
    }

    /** A viewer comes: from now on it is told of every change, beginning with how things stand. Frames wait for {@link #start}. */
    public void enter(SubscriberLoop loop, ViewerQueue viewer) {
        synchronized (lock) {
            List<ToPlayer> standing = new ArrayList<>(List.of(stream()));
            clockNotice().ifPresent(standing::add);
            standing.add(new Viewers(audience.size() + 1));
            audience.enter(loop, viewer, standing, renditions());
            if (audience.size() == 1) {
                tellDemand();
            }
        }
    }

    /** The viewer is ready for frames: it gets the tracks, what the caches hold, and then every frame. */
    public void start(SubscriberLoop loop, ViewerQueue viewer) {
        synchronized (lock) {
            List<IndexedFrame> cached = flows.snapshot(renditions(), upstream.wantsSmall(viewer));
            Optional<Tracks> tracks = feed instanceof Online online ? online.tracks() : Optional.empty();
            audience.start(loop, viewer, tracks, cached);
            if (cached.isEmpty()) {
                upstream.askForKeyFrame(feed, mainTrack());
            }
        }
    }

    /** The viewer is gone; must have entered. Its queue is closed on its loop. */
    public void leave(SubscriberLoop loop, ViewerQueue viewer) {
        synchronized (lock) {
            audience.leave(loop, viewer);
            upstream.left(viewer);
            if (audience.size() == 0) {
                tellDemand();
            }
        }
    }

    /** To be called a few times a second: tells changed viewer numbers, and gives stuck viewers up. */
    public void tick() {
        synchronized (lock) {
            audience.each(LoopFanOut::check);
            audience.tellSize();
            tellDemand();
        }
    }

    /** How many watch. */
    public int viewers() {
        synchronized (lock) {
            return audience.size();
        }
    }

    /** Whether an agent is connected. */
    public boolean isOnline() {
        synchronized (lock) {
            return feed instanceof Online;
        }
    }

    void tracks(PublishHandle from, Tracks tracks) {
        synchronized (lock) {
            if (feed instanceof Online online && online.publication() == from) {
                if (online.tracks().map(Tracks::epoch).orElse(-1L) != tracks.epoch()) {
                    reset();
                }
                feed = online.with(tracks);
                audience.tell(tracks);
                Renditions renditions = renditions();
                audience.each(viewers -> viewers.renditions(renditions));
                tellDemand();
            }
        }
    }

    void source(PublishHandle from, SourceState state) {
        synchronized (lock) {
            if (feed instanceof Online online && online.publication() == from && online.source() != state) {
                feed = online.with(state);
                if (state != SourceState.LIVE) {
                    flows.clearCaches();
                }
                audience.tell(stream());
            }
        }
    }

    void clock(PublishHandle from, ClockOffset.Sample sample) {
        synchronized (lock) {
            if (!(feed instanceof Online online) || online.publication() != from) {
                return;
            }
            boolean moved = online.clock()
                    .map(told -> Math.abs(told.offsetMicros() - sample.offsetMicros()) > CLOCK_STEP_MICROS)
                    .orElse(true);
            if (moved) {
                feed = online.with(sample);
                clockNotice().ifPresent(audience::tell);
            }
        }
    }

    void frame(PublishHandle from, MediaFrame frame) {
        synchronized (lock) {
            if (!(feed instanceof Online online) || online.publication() != from) {
                return;
            }
            counters.increment(RelayCounter.FRAMES_IN);
            upstream.seen(frame.header());
            if (paused) {
                return;
            }
            Optional<IndexedFrame> numbered =
                    online.announces(frame) ? flows.take(frame, clock.nanoTime()) : Optional.empty();
            if (numbered.isEmpty()) {
                counters.increment(RelayCounter.FRAMES_DROPPED_BROKEN_CHAIN);
                return;
            }
            lastCapture = OptionalLong.of(online.clock()
                    .map(sample -> Math.max(0, frame.header().captureMicros() - sample.offsetMicros()))
                    .orElseGet(wallClock::micros));
            audience.deliver(numbered.get());
        }
    }

    void end(PublishHandle from) {
        synchronized (lock) {
            if (feed instanceof Online online && online.publication() == from) {
                reset();
                feed = new PublisherState.Offline();
                audience.tell(stream());
            }
        }
    }

    private void reset() {
        flows.restart();
        upstream.forgetKeyFrames();
    }

    private Stream stream() {
        return new Stream(paused ? StreamState.PAUSED : feed.state(), lastCapture);
    }

    private Optional<Clock> clockNotice() {
        return feed instanceof Online online ? online.clockNotice() : Optional.empty();
    }

    private void tellDemand() {
        upstream.demand(feed, paused ? 0 : audience.size());
    }

    private Renditions renditions() {
        return feed instanceof Online online ? online.renditions() : Renditions.NONE;
    }

    private int mainTrack() {
        return renditions().main().orElse(0);
    }

    /** What viewers’ queues ask for. */
    private final class Wishes implements ViewerRequests {

        @Override
        public void keyFrame(int track) {
            synchronized (lock) {
                upstream.keyFrameWanted(feed, track);
            }
        }

        @Override
        public void gone(ViewerQueue viewer) {
            synchronized (lock) {
                upstream.left(viewer);
            }
        }

        @Override
        public void small(ViewerQueue viewer, boolean wanted) {
            synchronized (lock) {
                upstream.small(feed, viewer, wanted);
            }
        }
    }
}
