package dev.fanlight.agent.status;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.status.CameraStatus.Source;
import dev.fanlight.agent.status.CameraStatus.Uplink;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/** Keeps what the events of one camera say. Thread safe. */
public final class StatusBoard {

    private final InstantSource clock;

    @GuardedBy("this")
    private Known known;

    private record Known(
            Uplink uplink,
            String uplinkDetail,
            Source source,
            String sourceDetail,
            String keptOff,
            Instant since,
            int viewers) {

        Known uplink(Uplink next, String detail, Instant now) {
            return new Known(next, detail, source, sourceDetail, keptOff, next == uplink ? since : now, viewers);
        }

        Known source(Source next, String detail, Instant now) {
            return new Known(uplink, uplinkDetail, next, detail, keptOff, next == source ? since : now, viewers);
        }

        Known keptOff(String why, Instant now) {
            return new Known(uplink, uplinkDetail, source, sourceDetail, why, now, viewers);
        }

        Known viewers(int count) {
            return new Known(uplink, uplinkDetail, source, sourceDetail, keptOff, since, count);
        }
    }

    /** Begins with a camera that is asleep and connects. */
    public StatusBoard(InstantSource clock) {
        this.clock = clock;
        this.known = new Known(Uplink.CONNECTING, "", Source.ASLEEP, "", "", clock.instant(), 0);
    }

    /** The relay has accepted the device. */
    public void connected() {
        change(before -> before.uplink(Uplink.CONNECTED, "", clock.instant()));
    }

    /** There is no connection; {@code why} is a sentence. */
    public void waiting(String why) {
        change(before -> before.uplink(Uplink.WAITING, why, clock.instant()).viewers(0));
    }

    /** The relay is not tried again. */
    public void closed(String why) {
        change(before -> before.uplink(Uplink.CLOSED, why, clock.instant()).viewers(0));
    }

    /** So many watch. */
    public void viewers(int count) {
        change(before -> before.viewers(count));
    }

    /** The source is in this state; {@code detail} is what is captured, or why it failed. */
    public void source(Source state, String detail) {
        change(before -> before.source(state, detail, clock.instant()));
    }

    /** People here, or its hours, keep the camera off; {@code why} is a few words. Empty when they do no more. */
    public void keptOff(String why) {
        change(before -> before.keptOff(why, clock.instant()));
    }

    /** All of it, with the figures of the uplink and the tracks. */
    public CameraStatus status(String camera, String relay, int bitRate, long delayMillis, List<TrackRate> tracks) {
        Known now = known();
        return new CameraStatus(
                camera,
                relay,
                now.uplink(),
                now.uplinkDetail(),
                now.source(),
                now.sourceDetail(),
                now.keptOff(),
                now.since(),
                now.viewers(),
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
