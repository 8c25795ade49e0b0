package dev.fanlight.relay.gateway.still;

import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What FFmpeg is called with to make JPEGs of one track. Stateless. */
final class JpegArguments {

    /** 2 is the best, 31 the worst. */
    private static final String QUALITY = "4";

    /** Most pixels of a frame that is decoded: 8192x8192. */
    private static final String MAX_PIXELS = "67108864";

    /** A frame may come a little too early. */
    private static final double EARLY_SECONDS = 0.005;

    private JpegArguments() {}

    /** For key frames that are fed as {@link StillTags#still}. */
    static List<String> ofKeyFrames(Track track, StillConfig config) {
        return of(StillTags.repeats(track) ? "select=not(mod(n\\," + StillTags.COPIES + "))" : "", track, config);
    }

    /** For all frames, of which as many are taken as are wanted a second. */
    static List<String> ofFrames(Track track, StillConfig config) {
        String step = String.format(Locale.ROOT, "%.3f", 1.0 / config.fps() - EARLY_SECONDS);
        return of("select='isnan(prev_selected_t)+gte(t-prev_selected_t\\," + step + ")'", track, config);
    }

    private static List<String> of(String select, Track track, StillConfig config) {
        List<String> filters = new ArrayList<>();
        if (!select.isEmpty()) {
            filters.add(select);
        }
        VideoShape shape = (VideoShape) track.shape();
        filters.addAll(scaled(shape, config.maxWidth()));
        filters.addAll(turned(shape.rotation()));
        return List.of(
                "-fpsprobesize",
                "0",
                "-probesize",
                "32",
                "-analyzeduration",
                "0",
                "-flags",
                "+low_delay+output_corrupt",
                "-threads",
                "1",
                "-max_pixels",
                MAX_PIXELS,
                "-f",
                StillContainer.of(track).map(StillContainer::format).orElse("flv"),
                "-i",
                "pipe:0",
                "-map",
                "0:v:0",
                "-fps_mode",
                "passthrough",
                "-enc_time_base",
                "1:1000",
                "-filter_threads",
                "1",
                "-vf",
                String.join(",", filters),
                "-c:v",
                "mjpeg",
                "-threads",
                "1",
                "-q:v",
                QUALITY,
                "-flush_packets",
                "1",
                "-f",
                "mpjpeg",
                "pipe:1");
    }

    /** To square samples, and not wider than wanted. */
    private static List<String> scaled(VideoShape shape, int maxWidth) {
        double ratio = (double) shape.sampleAspectRatio().width()
                / shape.sampleAspectRatio().height();
        boolean onItsSide = shape.rotation() % 180 != 0;
        long width = Math.round(shape.width() * ratio);
        long shown = onItsSide ? shape.height() : width;
        double factor = maxWidth > 0 && shown > maxWidth ? (double) maxWidth / shown : 1;
        return List.of("scale=" + even(width * factor) + ":" + even(shape.height() * factor), "setsar=1");
    }

    private static List<String> turned(int degrees) {
        return switch (degrees) {
            case 90 -> List.of("transpose=clock");
            case 180 -> List.of("hflip", "vflip");
            case 270 -> List.of("transpose=cclock");
            default -> List.of();
        };
    }

    private static long even(double pixels) {
        return Math.max(2, Math.round(pixels / 2) * 2);
    }
}
