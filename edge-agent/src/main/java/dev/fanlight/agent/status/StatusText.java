package dev.fanlight.agent.status;

import dev.fanlight.agent.status.CameraStatus.Source;
import dev.fanlight.agent.status.CameraStatus.Uplink;
import dev.fanlight.cli.DurationText;
import dev.fanlight.media.CameraPause;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The status of cameras in words, a few lines each. Stateless. */
public final class StatusText {

    private static final int KILO = 1_000;
    private static final double MEGA = 1e6;

    private StatusText() {}

    /** The lines about these cameras at a moment. */
    public static List<String> lines(List<CameraStatus> cameras, Instant now) {
        List<String> lines = new ArrayList<>();
        cameras.forEach(camera -> add(camera, now, lines));
        return lines;
    }

    /** All of it in one line: {@code front ● live, 2 watching}. */
    public static String summary(List<CameraStatus> cameras) {
        return cameras.stream()
                .map(camera -> camera.camera() + " " + state(camera) + ", "
                        + watching(camera.viewers().count()))
                .collect(Collectors.joining("; "));
    }

    /** A bit rate in words: {@code 1.2 Mbit/s}, {@code 150 kbit/s}. */
    public static String bits(long bitsPerSecond) {
        return bitsPerSecond >= MEGA
                ? String.format(Locale.ROOT, "%.1f Mbit/s", bitsPerSecond / MEGA)
                : Math.round(bitsPerSecond / (double) KILO) + " kbit/s";
    }

    private static void add(CameraStatus camera, Instant now, List<String> lines) {
        Duration since = Duration.between(camera.since(), now);
        String time = since.toSeconds() < 2 ? "" : ", for " + DurationText.of(since);
        lines.add(camera.camera() + "  " + state(camera) + ", "
                + watching(camera.viewers().count()) + time);
        if (!camera.viewers().names().isEmpty()) {
            lines.add("  viewers " + camera.viewers().text());
        }
        camera.pause().map(StatusText::pause).ifPresent(why -> lines.add("  paused  " + why));
        if (!camera.sourceDetail().isEmpty()) {
            lines.add("  source  " + camera.sourceDetail());
        }
        if (camera.source() == Source.LIVE && !camera.tracks().isEmpty()) {
            lines.add("  sends   "
                    + camera.tracks().stream().map(StatusText::track).collect(Collectors.joining(", "))
                    + (camera.encoder().isEmpty() ? "" : ", encoded by " + camera.encoder()));
        }
        lines.add("  relay   " + relay(camera));
    }

    private static String state(CameraStatus camera) {
        if (camera.uplink() != Uplink.CONNECTED) {
            return camera.uplink() == Uplink.CONNECTING ? "○ connecting" : "○ offline";
        }
        if (camera.pause().isPresent()) {
            return "❚❚ paused";
        }
        return switch (camera.source()) {
            case ASLEEP -> "❚❚ asleep until there is a viewer";
            case STARTING -> "○ starting";
            case LIVE -> "● live";
            case FAILED -> "✗ camera failed";
        };
    }

    /** Why a camera is paused: the end of a sentence that begins with “paused”, without a full stop. */
    public static String pause(CameraPause pause) {
        if (pause.resumesAtMicros().isPresent()) {
            return "outside camera.hours, until "
                    + Instant.EPOCH.plus(pause.resumesAtMicros().getAsLong(), ChronoUnit.MICROS);
        }
        String why = pause.why().isEmpty() ? "" : ": " + pause.why();
        return "by the people here" + why + " (to end that: fanlight-agent resume)";
    }

    private static String watching(int viewers) {
        return viewers == 0 ? "nobody watching" : viewers + " watching";
    }

    private static String track(TrackRate track) {
        String fps = String.format(Locale.ROOT, "%.0f", track.unitsPerSecond());
        String rate = track.unitsPerSecond() == 0 ? "nothing now" : bits(track.bitsPerSecond()) + " " + fps + " fps";
        return track.name() + " " + rate;
    }

    private static String relay(CameraStatus camera) {
        return switch (camera.uplink()) {
            case CONNECTED -> camera.relay() + connection(camera);
            case CONNECTING -> camera.relay();
            case WAITING -> camera.relay() + ": " + camera.uplinkDetail() + " It is tried again.";
            case CLOSED -> camera.relay() + ": " + camera.uplinkDetail() + " It is not tried again.";
        };
    }

    private static String connection(CameraStatus camera) {
        String late =
                camera.source() == Source.LIVE ? ", frames wait " + camera.delayMillis() + " ms for the upload" : "";
        String upload = switch (camera.quality()) {
            case FINE -> "";
            case SLOW -> ", the upload is slow";
            case POOR -> ", the upload is very slow";
        };
        return (camera.bitRate() == 0 ? "" : ", up to " + bits(camera.bitRate())) + upload + late;
    }
}
