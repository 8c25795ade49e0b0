package dev.fanlight.relay.transcode;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.webm.MatroskaVideoWriter;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.relay.stream.PublishHandle;
import dev.fanlight.relay.stream.Renditions;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Chooses what becomes of the tracks of a camera, and starts it. Event loop only. */
final class ConversionChoice {

    private static final long EPOCHS = WireLimits.MAX_U32 + 1;

    /** Far from those of the camera, which may be passed on before and after. */
    private static final long EPOCH_DISTANCE = EPOCHS / 2;

    private final CameraName camera;
    private final TranscodeServices services;
    private final Encoding.Listener listener;
    private final Executor loop;
    private boolean usable;
    private long encodings;
    private long triedNanos;

    /**
     * Has chosen nothing yet.
     *
     * @param listener what becomes of encoders
     * @param loop the event loop
     */
    ConversionChoice(CameraName camera, TranscodeServices services, Encoding.Listener listener, Executor loop) {
        this.camera = camera;
        this.services = services;
        this.listener = listener;
        this.loop = loop;
    }

    /** Whether there is video to choose for. */
    static boolean hasVideo(TrackSet tracks) {
        return main(tracks).isPresent();
    }

    /** Looks for FFmpeg, on another thread; without it all video stays as it is. */
    Future<Boolean> prepare() {
        return services.worker()
                .executeBlocking(
                        () -> {
                            services.children().require();
                            return true;
                        },
                        false)
                .recover(e -> {
                    services.errors().failure("The FFmpeg that makes H.264 of cameras was not found", e);
                    return Future.succeededFuture(false);
                })
                .onSuccess(found -> loop.execute(() -> usable = found));
    }

    /** Starts what these tracks need, and announces them when they are passed on as they are. */
    Conversion start(PublishHandle to, TrackSet tracks) {
        boolean needed = usable && main(tracks).flatMap(MatroskaVideoWriter::of).isPresent();
        Optional<Conversion> encoding = needed ? encoding(to, tracks, services.errors()::warn) : Optional.empty();
        return encoding.orElseGet(() -> {
            to.tracks(new TrackSet(tracks.epoch(), withoutLow(tracks)));
            return new Passing(to, needed ? Optional.of(tracks) : Optional.empty());
        });
    }

    /**
     * An encoder for what is passed on because there was no place for one; empty when there is none now either, or when there was none a moment
     * ago.
     */
    Optional<Conversion> again(Passing passing) {
        if (services.clock().nanoTime() - triedNanos
                <= services.timeouts().nextPlace().toNanos()) {
            return Optional.empty();
        }
        return passing.unconverted().flatMap(tracks -> encoding(passing.to(), tracks, known -> {}));
    }

    private Optional<Conversion> encoding(PublishHandle to, TrackSet tracks, Consumer<String> onLack) {
        triedNanos = services.clock().nanoTime();
        Track video = main(tracks).orElseThrow();
        MatroskaVideoWriter writer = MatroskaVideoWriter.of(video).orElseThrow();
        if (!services.places().take()) {
            onLack.accept("As much video is made H.264 as transcode.cameras allows, so that of " + camera + " is not");
            return Optional.empty();
        }
        encodings++;
        long epoch = (tracks.epoch() + EPOCH_DISTANCE + encodings) % EPOCHS;
        DerivedTracks derived = new DerivedTracks(to, tracks, video, epoch);
        Optional<Encoding> started = Encoding.start(services, camera, video, writer, derived, listener, loop);
        if (started.isEmpty()) {
            services.places().giveBack();
            onLack.accept("As many FFmpeg processes run as ffmpeg.children allows, so the video of " + camera
                    + " is not made H.264");
        }
        return started.map(its -> its);
    }

    private static Optional<Track> main(TrackSet tracks) {
        OptionalInt main = Renditions.of(tracks).main();
        return main.isEmpty() ? Optional.empty() : tracks.find(main.getAsInt());
    }

    private static List<Track> withoutLow(TrackSet tracks) {
        Renditions renditions = Renditions.of(tracks);
        return tracks.tracks().stream()
                .filter(track -> renditions.low().isEmpty() || renditions.low().getAsInt() != track.id())
                .toList();
    }
}
