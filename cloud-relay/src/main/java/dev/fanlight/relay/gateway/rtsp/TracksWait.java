package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.gateway.tcp.TcpSocket;
import dev.fanlight.relay.stream.Announcement;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.QueuedReader;
import dev.fanlight.relay.stream.ReaderEvent;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.ReaderLimits;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Waits until a camera has announced its tracks, which one that sleeps does because a viewer waits. Event loop only.
 */
final class TracksWait {

    private final TcpSocket socket;
    private final Consumer<Optional<TrackSet>> done;
    private final QueuedReader reader;
    private boolean over;

    private TracksWait(TcpSocket socket, RtspServices services, LiveStream stream, Consumer<Optional<TrackSet>> done) {
        this.socket = socket;
        this.done = done;
        this.reader = QueuedReader.open(
                stream,
                ReaderKind.RTSP,
                ReaderLimits.LIVE,
                services.relay().clock(),
                services.relay().counters(),
                () -> socket.execute(this::poll));
    }

    /**
     * Begins to wait.
     *
     * @param done receives the tracks, or nothing after the time for it; not called when the connection closes before
     */
    static void start(TcpSocket socket, RtspServices services, LiveStream stream, Consumer<Optional<TrackSet>> done) {
        TracksWait wait = new TracksWait(socket, services, stream, done);
        socket.onClosed(wait::close);
        socket.after(services.timeouts().tracks(), () -> wait.end(Optional.empty()));
        socket.execute(wait::poll);
    }

    private void poll() {
        Optional<ReaderEvent> next = over ? Optional.empty() : reader.poll();
        while (next.isPresent()) {
            if (next.get() instanceof ReaderEvent.Frame frame) {
                frame.frame().release();
            } else if (next.get() instanceof ReaderEvent.Tracks announced) {
                announced(announced.tracks());
            } else if (next.get() instanceof ReaderEvent.End) {
                end(Optional.empty());
            }
            next = over ? Optional.empty() : reader.poll();
        }
    }

    private void announced(TrackSet tracks) {
        if (Announcement.hasVideo(tracks)) {
            end(Optional.of(tracks));
        } else {
            socket.after(Announcement.VIDEO_AFTER_SOUND, () -> end(Optional.of(tracks)));
        }
    }

    private void end(Optional<TrackSet> tracks) {
        if (!over) {
            close();
            done.accept(tracks);
        }
    }

    private void close() {
        over = true;
        reader.close();
    }
}
