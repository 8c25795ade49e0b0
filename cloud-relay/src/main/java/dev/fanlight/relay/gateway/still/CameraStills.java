package dev.fanlight.relay.gateway.still;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
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
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The stills of one camera: keeps its newest key frame, wakes it for who asks, and has JPEGs made while somebody needs them. Its state is guarded by
 * the stream’s lock. Thread safe.
 */
final class CameraStills {

    private final StillServices services;
    private final ReaderHandle handle;
    private final StillEncoding encoding;
    private final NewestStill newest;

    // stream's lock
    private final MjpegViewers viewers = new MjpegViewers();
    private final WaitingStills waiting = new WaitingStills();
    private StreamState state = StreamState.OFFLINE;
    private Optional<Track> main = Optional.empty();
    private long lingerUntilNanos;
    private boolean ended;
    // Written under the stream's lock.
    private volatile boolean unreadable;

    /**
     * Attaches to a stream, without a demand.
     *
     * @param onEnd called when the stream has ended for good; must not block
     */
    CameraStills(CameraName camera, LiveStream stream, StillServices services, Runnable onEnd) {
        this.services = services;
        this.newest = new NewestStill(services);
        this.encoding = new StillEncoding(camera, services, new Made());
        this.handle = stream.attach(new Input(onEnd));
    }

    /** Whether no JPEG can be made of what the camera sends now. Any thread. */
    boolean isUnreadable() {
        return unreadable;
    }

    /** Answers a request at once, or when there is a JPEG; refuses it when there is none in time. Does not block. */
    void request(StillRequest request) {
        handle.inOrder(view -> {
            Optional<StillRefusal> refusal = begin(request, view);
            refusal.ifPresent(request::refuse);
            demand();
        });
    }

    /** Who asked is not interested any more. */
    void cancel(StillRequest request) {
        handle.inOrder(view -> {
            waiting.remove(request);
            demand();
        });
    }

    /** Adds a viewer of motion JPEG, beginning with the newest JPEG. */
    void enter(MjpegViewer viewer) {
        handle.inOrder(view -> {
            Optional<Jpeg> jpeg = newest.jpeg();
            viewers.enter(viewer, jpeg);
            if (jpeg.filter(newest::isOfIt).isEmpty()) {
                encodeKept();
            }
            demand();
            if (!isCurrent()) {
                view.requestKeyFrame();
            }
        });
    }

    /** Removes a viewer that has entered. */
    void leave(MjpegViewer viewer) {
        handle.inOrder(view -> {
            viewers.leave(viewer);
            demand();
        });
    }

    /** Ends its child. */
    void close() {
        handle.inOrder(view -> encoding.close());
    }

    private Optional<StillRefusal> begin(StillRequest request, StreamView view) {
        if (ended || state == StreamState.PAUSED) {
            return Optional.of(ended ? StillRefusal.NONE_YET : StillRefusal.PAUSED);
        }
        boolean wakes = request.wakes() && !isCurrent();
        Optional<Jpeg> known = newest.goodJpeg();
        if (!wakes && known.isPresent()) {
            request.answer(known.get());
            return Optional.empty();
        }
        if (!wakes && !newest.isKept()) {
            return Optional.of(StillRefusal.NONE_YET);
        }
        if (waiting.isFull()) {
            return Optional.of(StillRefusal.BUSY);
        }
        request.need(wakes ? newest.number() + 1 : newest.number());
        waiting.add(request);
        if (wakes) {
            view.requestKeyFrame();
            services.after(services.timeouts().wake(), () -> lateForWaking(request));
            return Optional.empty();
        }
        services.after(services.timeouts().decode(), () -> late(request));
        return encodeKept().filter(reason -> waiting.remove(request));
    }

    /** Whether the newest key frame is of now. */
    private boolean isCurrent() {
        return state == StreamState.LIVE && newest.isRecent();
    }

    private void lateForWaking(StillRequest request) {
        handle.inOrder(view -> {
            if (waiting.remove(request)) {
                request.stopWaking();
                begin(request, view)
                        .ifPresent(reason ->
                                request.refuse(reason.equals(StillRefusal.NONE_YET) ? StillRefusal.NOT_AWAKE : reason));
                demand();
            }
        });
    }

    private void late(StillRequest request) {
        handle.inOrder(view -> {
            if (waiting.remove(request)) {
                encoding.fail();
                request.refuse(encoding.refusal());
            }
        });
    }

    private void demand() {
        int consumers = viewers.size() + waiting.waking();
        handle.demand(consumers > 0 ? new ReaderDemand(consumers, true, false) : ReaderDemand.NONE);
        if (encoding.isRunning() && !isNeeded()) {
            lingerUntilNanos =
                    services.nowNanos() + services.timeouts().linger().toNanos();
            services.after(services.timeouts().linger(), () -> handle.inOrder(view -> closeIfIdle()));
        }
    }

    private void closeIfIdle() {
        if (!isNeeded() && services.nowNanos() - lingerUntilNanos >= 0) {
            encoding.close();
        }
    }

    private boolean isNeeded() {
        return viewers.size() > 0 || !waiting.isEmpty();
    }

    /** Has a JPEG made of the kept key frame. */
    private Optional<StillRefusal> encodeKept() {
        Optional<KeptKeyFrame> kept = newest.frame();
        try {
            return kept.flatMap(key -> encoding.key(key, viewers.size() > 0));
        } finally {
            kept.ifPresent(KeptKeyFrame::release);
        }
    }

    private void keep(Track track, IndexedFrame frame) {
        newest.keep(track, frame);
        if (isNeeded()) {
            encodeKept().ifPresent(waiting::refuseAll);
        }
    }

    private void forget() {
        encoding.close();
        newest.forget();
    }

    private void made(Object child, byte[] bytes) {
        Optional<JpegEncoder.Fed> of = encoding.answered(child);
        of.ifPresent(fed -> deliver(new Jpeg(bytes, fed.number(), fed.arrivedMillis(), services.nowNanos())));
        demand();
    }

    private void deliver(Jpeg jpeg) {
        newest.keep(jpeg);
        waiting.answer(jpeg);
        viewers.deliver(jpeg);
    }

    private void childEnded(Object child, String reason) {
        if (encoding.ended(child, reason)) {
            waiting.refuseAll(encoding.refusal());
            demand();
        } else if (!encoding.isRunning() && !waiting.isEmpty()) {
            encodeKept().ifPresent(waiting::refuseAll);
        }
    }

    /** What the child says, in order with what happens to the stream. */
    private final class Made implements StillEncoding.Callbacks {

        @Override
        public void made(Object child, byte[] jpeg) {
            handle.inOrder(view -> CameraStills.this.made(child, jpeg));
        }

        @Override
        public void ended(Object child, String reason) {
            handle.inOrder(view -> childEnded(child, reason));
        }
    }

    /** Receives what happens to the stream, under its lock. */
    private final class Input implements StreamReader {

        private final Runnable onEnd;

        Input(Runnable onEnd) {
            this.onEnd = onEnd;
        }

        @Override
        public ReaderKind kind() {
            return ReaderKind.STILL;
        }

        @Override
        public void onStatus(StreamStatus status) {
            state = status.state();
            if (state == StreamState.PAUSED) {
                forget();
                waiting.refuseAll(StillRefusal.PAUSED);
            }
        }

        @Override
        public void onClock(ClockOffset.Sample sample) {}

        @Override
        public void onTracks(TrackSet tracks) {
            OptionalInt id = Renditions.of(tracks).main();
            main = id.isPresent() ? tracks.find(id.getAsInt()) : Optional.empty();
            unreadable = main.filter(track -> StillTags.of(track).isEmpty()).isPresent();
        }

        @Override
        public void onViewers(int count) {}

        @Override
        public void onFrame(IndexedFrame frame) {
            main.filter(track -> track.id() == frame.track()).ifPresent(track -> {
                if (frame.isKey()) {
                    keep(track, frame);
                }
                encoding.frame(frame, newest.number(), services.nowMillis());
            });
        }

        @Override
        public void onEnd() {
            ended = true;
            forget();
            waiting.refuseAll(StillRefusal.NONE_YET);
            viewers.end();
            onEnd.run();
        }
    }
}
