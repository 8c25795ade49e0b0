package dev.fanlight.relay.transcode;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.webm.MatroskaVideoWriter;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.relay.stream.PublishHandle;
import dev.fanlight.relay.stream.Renditions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;

/** Decides what becomes of a camera’s tracks: they are passed on, or the video is encoded. Event loop only. */
final class Conversions {

    private static final long EPOCHS = WireLimits.MAX_U32 + 1;

    /** Far from those of the camera, which may be passed on before and after. */
    private static final long EPOCH_DISTANCE = EPOCHS / 2;

    private final CameraName camera;
    private final TranscodeServices services;
    private final Encoding.Listener listener;
    private final Executor executor;
    private long encodings;

    /**
     * Those of one camera.
     *
     * @param listener learns what becomes of encoders
     * @param executor the event loop
     */
    Conversions(CameraName camera, TranscodeServices services, Encoding.Listener listener, Executor executor) {
        this.camera = camera;
        this.services = services;
        this.listener = listener;
        this.executor = executor;
    }

    /**
     * Begins with these tracks, and announces them if they are passed on.
     *
     * @param usable whether there is an FFmpeg
     */
    Conversion of(PublishHandle to, TrackSet tracks, boolean usable) {
        Optional<Conversion> encoding =
                usable ? main(tracks).flatMap(video -> encoding(to, tracks, video)) : Optional.empty();
        if (encoding.isEmpty()) {
            to.tracks(new TrackSet(tracks.epoch(), withoutLow(tracks)));
        }
        return encoding.orElseGet(() -> new Passing(to));
    }

    /** Empty when the video can stay as it is, or has to. */
    private Optional<Conversion> encoding(PublishHandle to, TrackSet tracks, Track video) {
        Optional<MatroskaVideoWriter> writer = MatroskaVideoWriter.of(video);
        if (writer.isEmpty()) {
            return Optional.empty();
        }
        if (!services.places().take()) {
            services.errors()
                    .warn("As much video is made H.264 as transcode.cameras allows, so that of " + camera + " is not");
            return Optional.empty();
        }
        encodings++;
        long epoch = (tracks.epoch() + EPOCH_DISTANCE + encodings) % EPOCHS;
        DerivedTracks derived = new DerivedTracks(to, tracks, video, epoch);
        Optional<Encoding> started =
                Encoding.start(services, camera, video, writer.get(), derived, listener, executor);
        if (started.isEmpty()) {
            services.places().giveBack();
            services.errors()
                    .warn("As many FFmpeg processes run as ffmpeg.children allows, so the video of " + camera
                            + " is not made H.264");
        }
        return started.map(Conversion.class::cast);
    }

    private static Optional<Track> main(TrackSet tracks) {
        OptionalInt main = Renditions.of(tracks).main();
        return main.isEmpty() ? Optional.empty() : tracks.find(main.getAsInt());
    }

    private static List<Track> withoutLow(TrackSet tracks) {
        OptionalInt low = Renditions.of(tracks).low();
        return tracks.tracks().stream()
                .filter(track -> low.isEmpty() || low.getAsInt() != track.id())
                .toList();
    }
}
