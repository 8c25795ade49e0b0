package dev.fanlight.agent.status;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.agent.status.CameraStatus.Source;
import dev.fanlight.agent.status.CameraStatus.Uplink;
import dev.fanlight.media.CameraPause;
import dev.fanlight.media.UplinkQuality;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps what the events of one camera say. Thread safe. */
public final class StatusBoard {

    private final InstantSource clock;

    @GuardedBy("this")
    private Known known;

    private record Known(
            Uplink uplink,
            String uplinkDetail,
            UplinkQuality quality,
            Source source,
            String sourceDetail,
            Optional<CameraPause> pause,
            Instant since,
            CurrentViewers viewers) {

        Known uplink(Uplink next, String detail, Instant now) {
            return new Known(next, detail, quality, source, sourceDetail, pause, next == uplink ? since : now, viewers);
        }

        Known quality(UplinkQuality next) {
            return new Known(uplink, uplinkDetail, next, source, sourceDetail, pause, since, viewers);
        }

        Known source(Source next, String detail, Instant now) {
            return new Known(uplink, uplinkDetail, quality, next, detail, pause, next == source ? since : now, viewers);
        }

        Known pause(Optional<CameraPause> next, Instant now) {
            return new Known(uplink, uplinkDetail, quality, source, sourceDetail, next, now, viewers);
        }

        Known viewers(CurrentViewers next) {
            return new Known(uplink, uplinkDetail, quality, source, sourceDetail, pause, since, next);
        }
    }

    /** Begins with a camera that is asleep and connects. */
    public StatusBoard(InstantSource clock) {
        this.clock = clock;
        this.known = new Known(
                Uplink.CONNECTING,
                "",
                UplinkQuality.FINE,
                Source.ASLEEP,
                "",
                Optional.empty(),
                clock.instant(),
                CurrentViewers.NONE);
    }

    /** The relay has accepted the device. */
    public void connected() {
        change(before -> before.uplink(Uplink.CONNECTED, "", clock.instant()));
    }

    /** There is no connection; {@code why} is a sentence. */
    public void waiting(String why) {
        change(before -> before.uplink(Uplink.WAITING, why, clock.instant()).viewers(CurrentViewers.NONE));
    }

    /** The relay is not tried again. */
    public void closed(String why) {
        change(before -> before.uplink(Uplink.CLOSED, why, clock.instant()).viewers(CurrentViewers.NONE));
    }

    /** The upload carries the video so well. */
    public void quality(UplinkQuality quality) {
        change(before -> before.quality(quality));
    }

    /** Why the camera is paused; empty when it is not. */
    public void paused(Optional<CameraPause> pause) {
        change(before -> before.pause(pause, clock.instant()));
    }

    /** These watch. */
    public void viewers(CurrentViewers viewers) {
        change(before -> before.viewers(viewers));
    }

    /** The source is in this state; {@code detail} is what is captured, or why it failed. */
    public void source(Source state, String detail) {
        change(before -> before.source(state, detail, clock.instant()));
    }

    /** All of it, with the encoder, the figures of the uplink and the tracks. */
    public CameraStatus status(
            String camera, String relay, String encoder, int bitRate, long delayMillis, List<TrackRate> tracks) {
        Known now = known();
        return new CameraStatus(
                camera,
                relay,
                now.uplink(),
                now.uplinkDetail(),
                now.quality(),
                now.source(),
                now.sourceDetail(),
                now.pause(),
                now.since(),
                now.viewers(),
                encoder,
                bitRate,
                delayMillis,
                tracks);
    }

    private synchronized Known known() {
        return known;
    }

    private synchronized void change(UnaryOperator<Known> step) {
        known = step.apply(known);
    }
}
