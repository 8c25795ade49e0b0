package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.stream.Announcement;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.QueuedReader;
import dev.fanlight.relay.stream.ReaderEvent;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.ReaderLimits;
import java.util.Optional;
import java.util.function.Consumer;

/** Waits until a camera has announced its tracks, and keeps it awake from then on until the one for whom it waited reads itself. Loop only. */
final class TracksWait {

    private final WebRtcServices services;
    private final Consumer<Optional<TrackSet>> done;
    private final QueuedReader reader;
    private boolean decided;
    private boolean closed;

    /**
     * Begins to wait.
     *
     * @param done receives the tracks, or nothing after the time for it; called once, later, unless it is closed before
     */
    TracksWait(WebRtcServices services, LiveStream stream, Consumer<Optional<TrackSet>> done) {
        this.services = services;
        this.done = done;
        this.reader = QueuedReader.open(
                stream,
                ReaderKind.WHEP,
                ReaderLimits.LIVE,
                services.relay().clock(),
                services.relay().counters(),
                () -> services.endpoint().loop().execute(this::poll));
        services.endpoint().loop().after(services.timeouts().tracks(), () -> decide(Optional.empty()));
        services.endpoint().loop().execute(this::poll);
    }

    /** Does nothing the second time. */
    void close() {
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
            services.endpoint().loop().after(Announcement.VIDEO_AFTER_SOUND, () -> decide(Optional.of(tracks)));
        }
    }

    private void decide(Optional<TrackSet> tracks) {
        if (!decided && !closed) {
            decided = true;
            done.accept(tracks);
        }
    }
}
