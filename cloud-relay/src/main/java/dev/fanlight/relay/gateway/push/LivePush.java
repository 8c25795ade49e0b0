package dev.fanlight.relay.gateway.push;

import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What a target gets that has accepted the stream: the tracks, through an encoder where one is needed, and when it last took something. Event loop only. */
final class LivePush {

    private final PushLink link;
    private final PushOutput output;
    private final PushTracks tracks;
    private final NanoClock clock;
    private final long beganNanos;
    private long takenNanos;
    private long frameNanos;

    /** {@code output} is {@code link}, or the encoder in front of it. */
    LivePush(PushLink link, PushOutput output, PushTracks tracks, NanoClock clock) {
        this.link = link;
        this.output = output;
        this.tracks = tracks;
        this.clock = clock;
        this.beganNanos = clock.nanoTime();
        this.takenNanos = beganNanos;
        this.frameNanos = beganNanos;
    }

    /**
     * Begins, with the encoder that is needed; empty when there are too many FFmpeg processes.
     *
     * @param link to the target; the caller closes it
     * @param streamId number of the stream at the target
     * @param listener what becomes of the encoder
     * @param executor the event loop
     */
    static Optional<LivePush> start(
            PushLink link,
            int streamId,
            PushConfig config,
            GatewayContext relay,
            PushEncoder.Listener listener,
            Executor executor) {
        Optional<PushOutput> output = config.encodes()
                ? PushEncoder.start(relay.children(), config, streamId, link::send, listener, executor)
                        .map(PushOutput.class::cast)
                : Optional.of(link);
        return output.map(its -> new LivePush(link, its, new PushTracks(streamId, config.sound()), relay.clock()));
    }

    /** Announces what the camera sends; whether a target can take its video. */
    boolean announce(TrackSet announced) {
        tracks.announced(announced).forEach(output::send);
        return tracks.hasVideo();
    }

    /** Sends an access unit, which the caller still owns. */
    void frame(IndexedFrame frame) {
        frameNanos = clock.nanoTime();
        tracks.unit(frame).forEach(output::send);
    }

    /** Whether it takes more: the target too, for what an encoder makes waits for that one. */
    boolean hasRoom() {
        boolean full = link.isFull() || output.isFull();
        if (!full) {
            takenNanos = clock.nanoTime();
        }
        return !full;
    }

    /** Whether there was no room for {@code limit}. */
    boolean isStuck(Duration limit) {
        return !hasRoom() && clock.nanoTime() - takenNanos > limit.toNanos();
    }

    /** Whether no access unit came for {@code limit}, though there was room. */
    boolean isIdle(Duration limit) {
        return hasRoom() && clock.nanoTime() - frameNanos > limit.toNanos();
    }

    /** Whether it began longer than {@code limit} ago. */
    boolean isOlderThan(Duration limit) {
        return clock.nanoTime() - beganNanos > limit.toNanos();
    }

    /** Ends the encoder, if there is one; the link is its opener’s. */
    void close() {
        if (output != link) {
            output.close();
        }
    }
}
