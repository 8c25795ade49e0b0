package dev.fanlight.relay.gateway.srt;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.UncarriedVideo;
import dev.fanlight.relay.gateway.tcp.PlayedTime;
import dev.fanlight.relay.gateway.ts.TsMuxer;
import dev.fanlight.relay.gateway.ts.TsPiece;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.srt.SrtGroup;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.QueuedReader;
import dev.fanlight.relay.stream.ReaderEvent;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.ReaderLimits;
import dev.fanlight.relay.stream.Renditions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** One camera’s stream as MPEG-TS, made once for all who watch it by SRT, from the first to the last of them. Event loop only. */
final class Broadcast implements TsMuxer.Listener {

    private final CameraName camera;
    private final GatewayContext relay;
    private final Executor loop;
    private final QueuedReader reader;
    private final SrtGroup group;
    private final PlayedTime time = new PlayedTime();
    private final Set<SrtViewer> viewers = new LinkedHashSet<>();
    private List<Track> tracks = List.of();
    private Optional<TsTags> tags = Optional.empty();
    private Optional<TsMuxer> muxer = Optional.empty();
    /** Until the cached frames have gone by, and then until the next key frame: SRT is for little delay, and has no way to send many frames at once. */
    private boolean skipping = true;

    private boolean caughtUp;
    private boolean closed;

    /** Begins to read; the camera wakes. */
    Broadcast(CameraName camera, LiveStream stream, GatewayContext relay, Executor loop) {
        this.camera = camera;
        this.relay = relay;
        this.loop = loop;
        this.group = relay.srt().group();
        this.reader = QueuedReader.open(
                stream,
                ReaderKind.SRT,
                ReaderLimits.LIVE,
                relay.clock(),
                relay.counters(),
                () -> loop.execute(this::drain));
        loop.execute(this::drain);
    }

    /** He gets it from the next key frame on, which is requested. */
    void add(SrtViewer viewer) {
        viewers.add(viewer);
        viewer.connection().join(group);
        reader.consumers(viewers.size());
        if (viewers.size() > 1) {
            reader.requestKeyFrame();
        }
    }

    /** He has gone; whether he was the last. */
    boolean remove(SrtViewer viewer) {
        if (viewers.remove(viewer) && !viewers.isEmpty()) {
            reader.consumers(viewers.size());
        }
        return viewers.isEmpty();
    }

    int viewers() {
        return viewers.size();
    }

    /** Reads and makes nothing any more; the camera may sleep. */
    void close() {
        closed = true;
        reader.close();
        muxer.ifPresent(TsMuxer::close);
    }

    @Override
    public void media(TsPiece piece) {
        if (!closed) {
            group.send(piece.begins(), piece.packets());
        }
    }

    @Override
    public void drained() {
        drain();
    }

    @Override
    public void failed(String reason) {
        end("The relay cannot go on with this stream.");
    }

    private void drain() {
        while (!closed && muxer.filter(TsMuxer::isFull).isEmpty()) {
            Optional<ReaderEvent> next = reader.poll();
            if (next.isEmpty()) {
                catchUp();
                return;
            }
            take(next.get());
        }
    }

    private void take(ReaderEvent event) {
        if (event instanceof ReaderEvent.Tracks announced) {
            announce(announced.tracks());
        } else if (event instanceof ReaderEvent.Frame frame) {
            try {
                frame(frame.frame());
            } finally {
                frame.frame().release();
            }
        } else if (event instanceof ReaderEvent.End) {
            end("The camera was renamed or removed.");
        }
    }

    private void catchUp() {
        if (!caughtUp) {
            caughtUp = true;
            reader.requestKeyFrame();
        }
    }

    private void frame(IndexedFrame frame) {
        MediaHeader header = frame.frame().header();
        skipping &= !(caughtUp && header.kind() == MediaKind.VIDEO && header.isKey());
        if (!skipping) {
            tags.ifPresent(its -> its.unit(frame).ifPresent(unit -> write(its, unit)));
        }
    }

    private void write(TsTags its, byte[] unit) {
        if (muxer.isEmpty()) {
            muxer = TsMuxer.start(relay.children(), "srt", camera, its.encodesSound(), this, loop);
            if (muxer.isEmpty()) {
                end("There are too many FFmpeg processes.");
                return;
            }
            write(its.head());
        }
        write(unit);
    }

    private void write(byte[] tag) {
        muxer.ifPresent(its -> {
            if (its.write(tag)) {
                relay.counters().add(RelayCounter.FRAMES_OUT, viewers.size());
            } else {
                end("The relay cannot go on with this stream.");
            }
        });
    }

    /** A muxer knows the tracks that it began with: others need another one, which begins at a key frame. */
    private void announce(TrackSet announced) {
        List<Track> chosen = Renditions.mainAndSound(announced);
        if (chosen.equals(tracks)) {
            return;
        }
        tracks = chosen;
        skipping = true;
        muxer.ifPresent(TsMuxer::close);
        muxer = Optional.empty();
        tags = TsTags.of(chosen, time);
        if (tags.isEmpty()) {
            if (UncarriedVideo.isVideo(announced)) {
                end(UncarriedVideo.sentence("SRT", announced));
            }
        } else if (caughtUp) {
            reader.requestKeyFrame();
        }
    }

    private void end(String sentence) {
        if (!closed) {
            List.copyOf(viewers).forEach(viewer -> viewer.end(sentence));
        }
    }
}
