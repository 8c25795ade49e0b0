package dev.fanlight.relay.fanout;

import dev.fanlight.media.TrackSet;
import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.player.Clock;
import dev.fanlight.protocol.player.Stream;
import dev.fanlight.protocol.player.Viewers;
import dev.fanlight.relay.broadcast.Broadcaster;
import dev.fanlight.relay.broadcast.ControlEncoder;
import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.ReaderDemand;
import dev.fanlight.relay.stream.ReaderHandle;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.Renditions;
import dev.fanlight.relay.stream.StreamReader;
import dev.fanlight.relay.stream.StreamStatus;
import dev.fanlight.relay.stream.StreamView;
import dev.fanlight.runtime.ClockOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The one reader of a stream that serves all its WebSocket viewers, grouped by event loop: a frame costs one task per loop. Its state is
 * guarded by the stream's lock, which orders joining and leaving viewers with the frames. Thread safe.
 */
public final class ViewerFanOut {

    private final FanOutContext context;
    private final ControlEncoder encoder;
    private final ReaderHandle handle;

    // stream's lock
    private final Broadcaster<LoopFanOut> viewers;
    // Each at most as large as the number of viewers.
    private final Set<ViewerQueue> wantLow = new HashSet<>();
    private final Set<ViewerQueue> suspended = new HashSet<>();
    private final Set<ViewerQueue> listening = new HashSet<>();
    private Renditions renditions = Renditions.NONE;

    /**
     * Attaches to a stream, without viewers.
     *
     * @param onEnd called when the stream has ended for good; must not block
     */
    public ViewerFanOut(LiveStream stream, FanOutContext context, ControlEncoder encoder, Runnable onEnd) {
        this.context = context;
        this.encoder = encoder;
        this.viewers = new Broadcaster<>(loop -> new LoopFanOut(loop, context), LoopFanOut::close);
        this.handle = stream.attach(new Input(onEnd));
    }

    /** The queue of a viewer that is about to {@link #enter}. */
    public ViewerQueue queue(ViewerOutput output, QueueLimits limits) {
        return new ViewerQueue(output, limits, context.clock(), context.counters(), new Requests());
    }

    /**
     * Adds a viewer, which receives every control message from now on, beginning with the present state. Frames begin with {@link #start}.
     */
    public void enter(SubscriberLoop loop, ViewerQueue viewer) {
        handle.inOrder(view -> {
            List<ToPlayer> messages = new ArrayList<>(List.of(message(view.status())));
            view.clock().ifPresent(sample -> messages.add(message(sample)));
            messages.add(new Viewers(view.viewers() + 1));
            List<SharedBuffer> first = messages.stream().map(encoder::encode).toList();
            Renditions known = renditions;
            viewers.join(loop, first, group -> {
                group.add(viewer);
                viewer.renditions(known);
                first.forEach(viewer::send);
            });
            demand();
        });
    }

    /** Starts frames for a viewer that has entered: the tracks, then the cached frames, then every frame. */
    public void start(SubscriberLoop loop, ViewerQueue viewer) {
        handle.inOrder(view -> start(loop, viewer, view));
    }

    /** Removes a viewer that has entered; its queue is closed on its loop. */
    public void leave(SubscriberLoop loop, ViewerQueue viewer) {
        handle.inOrder(view -> {
            viewers.leave(loop, group -> {
                group.remove(viewer);
                viewer.close();
            });
            wantLow.remove(viewer);
            suspended.remove(viewer);
            listening.remove(viewer);
            demand();
        });
    }

    /** Stops frames for a viewer whose page is hidden or paused; it does not count as watching. */
    public void suspend(SubscriberLoop loop, ViewerQueue viewer) {
        handle.inOrder(view -> {
            listening.remove(viewer);
            if (suspended.add(viewer)) {
                viewers.post(loop, List.of(), group -> viewer.suspend());
                demand();
            }
        });
    }

    /**
     * Stops the video for a viewer whose page is hidden and whose sound is on. It counts as watching, and the publisher goes on with
     * the video, so that it is there at once when the page is shown.
     */
    public void listen(SubscriberLoop loop, ViewerQueue viewer) {
        handle.inOrder(view -> {
            if (listening.add(viewer)) {
                suspended.remove(viewer);
                restart(loop, viewer, view);
            }
        });
    }

    /** Restarts frames for a suspended or listening viewer, which continues like a late joiner. */
    public void resume(SubscriberLoop loop, ViewerQueue viewer) {
        handle.inOrder(view -> {
            boolean wasSuspended = suspended.remove(viewer);
            if (listening.remove(viewer) || wasSuspended) {
                restart(loop, viewer, view);
            }
        });
    }

    /** Passes a command of a viewer on to the camera’s head. {@code answer} is called once, on any thread, and must neither block nor call back. */
    public void head(HeadCommand command, Consumer<HeadAnswer> answer) {
        handle.inOrder(view -> view.head(command, answer));
    }

    /** To be called a few times a second: evaluates every viewer, and disconnects those that are stuck. */
    public void tick() {
        handle.inOrder(view -> {
            viewers.each(LoopFanOut::check);
            demand();
        });
    }

    private void restart(SubscriberLoop loop, ViewerQueue viewer, StreamView view) {
        boolean listens = listening.contains(viewer);
        demand();
        viewers.post(loop, List.of(), group -> {
            viewer.suspend();
            viewer.listen(listens);
        });
        start(loop, viewer, view);
    }

    private void start(SubscriberLoop loop, ViewerQueue viewer, StreamView view) {
        if (suspended.contains(viewer)) {
            return;
        }
        boolean low = wantLow.contains(viewer);
        List<IndexedFrame> kept = view.cached(low);
        boolean hasVideo = kept.stream().anyMatch(IndexedFrame::isVideo);
        List<IndexedFrame> cached = hasVideo ? kept : withStill(kept, view.still(low));
        List<SharedBuffer> first = view.tracks().map(ViewerFanOut::message).map(encoder::encode).stream()
                .toList();
        boolean posted = viewers.post(loop, first, group -> {
            first.forEach(viewer::send);
            viewer.start(cached);
        });
        if (!posted) {
            cached.forEach(IndexedFrame::release);
        }
        if (!hasVideo) {
            view.requestKeyFrame();
        }
    }

    private static List<IndexedFrame> withStill(List<IndexedFrame> kept, Optional<IndexedFrame> still) {
        List<IndexedFrame> all = new ArrayList<>(kept);
        still.ifPresent(frame -> all.add(0, frame));
        return all;
    }

    private void demand() {
        int watching = viewers.size() - suspended.size();
        int low = wantLow.size();
        if (!suspended.isEmpty()) {
            low -= (int) suspended.stream().filter(wantLow::contains).count();
        }
        handle.demand(new ReaderDemand(watching, watching > low, low > 0));
    }

    private void broadcast(ToPlayer message) {
        SharedBuffer encoded = encoder.encode(message);
        viewers.each(encoded, LoopFanOut::broadcast);
        encoded.release();
    }

    private static ToPlayer message(StreamStatus status) {
        return new Stream(
                status.state(),
                status.lastCaptureMicros(),
                status.uplink(),
                status.pause(),
                status.head(),
                status.recording());
    }

    private static ToPlayer message(ClockOffset.Sample sample) {
        return new Clock(-sample.offsetMicros(), sample.roundTripMicros());
    }

    private static ToPlayer message(TrackSet tracks) {
        return new Tracks(tracks.epoch(), tracks.tracks());
    }

    /** Receives events of the stream, under its lock. */
    private final class Input implements StreamReader {

        private final Runnable onEnd;

        Input(Runnable onEnd) {
            this.onEnd = onEnd;
        }

        @Override
        public ReaderKind kind() {
            return ReaderKind.WEBSOCKET;
        }

        @Override
        public void onStatus(StreamStatus status) {
            broadcast(message(status));
        }

        @Override
        public void onClock(ClockOffset.Sample sample) {
            broadcast(message(sample));
        }

        @Override
        public void onTracks(TrackSet tracks) {
            Renditions next = Renditions.of(tracks);
            renditions = next;
            broadcast(message(tracks));
            viewers.each(group -> group.renditions(next));
        }

        @Override
        public void onViewers(int count) {
            broadcast(new Viewers(count));
        }

        @Override
        public void onFrame(IndexedFrame frame) {
            viewers.each(frame, (group, shared) -> group.deliver(frame));
        }

        @Override
        public void onEnd() {
            onEnd.run();
        }
    }

    /** Receives requests of viewer queues, on their event loops. */
    private final class Requests implements ViewerRequests {

        @Override
        public void keyFrame(int track) {
            handle.requestKeyFrame(track);
        }

        @Override
        public void gone(ViewerQueue viewer) {
            handle.inOrder(view -> wantLow.remove(viewer));
        }

        @Override
        public void low(ViewerQueue viewer, boolean wanted) {
            handle.inOrder(view -> {
                boolean changed = wanted ? wantLow.add(viewer) : wantLow.remove(viewer);
                if (changed) {
                    int main = renditions.main().orElse(0);
                    handle.requestKeyFrame(wanted ? renditions.low().orElse(main) : main);
                }
            });
        }
    }
}
