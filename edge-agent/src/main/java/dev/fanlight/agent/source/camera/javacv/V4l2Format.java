package dev.fanlight.agent.source.camera.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;

import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.javacv.InputTrack;
import dev.fanlight.agent.source.camera.CameraRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One way of asking a camera for frames. Immutable.
 *
 * @param options of FFmpeg
 * @param isExact whether it is worth having only in just the size and rate that was asked for
 */
record V4l2Format(Map<String, String> options, boolean isExact) {

    /** What USB 2 carries, bytes a second, with some reserve: 640x480 at 30 frames a second. */
    private static final long RAW_BYTES_PER_SECOND = 20_000_000;

    private static final int YUYV_BYTES = 2;
    private static final double RATE_TOLERANCE = 0.1;
    private static final String SIZE = "video_size";
    private static final String RATE = "framerate";

    /**
     * All ways, cheapest first: H.264 of the camera costs nothing, YUYV no decoding where USB carries it, MJPEG goes in all sizes. Last,
     * whatever the camera likes.
     */
    static List<V4l2Format> cheapestFirst(CameraRequest request) {
        FrameLimits limits = request.limits();
        List<V4l2Format> formats = new ArrayList<>();
        if (request.mode() != EncodeMode.SOFTWARE) {
            formats.add(new V4l2Format(options("h264", limits), request.mode() == EncodeMode.AUTO));
        }
        if (request.mode() == EncodeMode.NONE) {
            return formats;
        }
        long raw = (long) limits.width() * limits.height() * YUYV_BYTES * limits.fps();
        if (raw <= RAW_BYTES_PER_SECOND) {
            formats.add(new V4l2Format(options("yuyv422", limits), true));
        }
        formats.add(new V4l2Format(options("mjpeg", limits), false));
        String size = size(limits);
        formats.add(new V4l2Format(Map.of(SIZE, size, RATE, Integer.toString(limits.fps())), false));
        formats.add(new V4l2Format(Map.of(SIZE, size), false));
        formats.add(new V4l2Format(Map.of(), false));
        return formats;
    }

    /** Whether what the driver has made of it is usable: it takes the nearest size and rate that it has. */
    boolean suits(InputTrack track, FrameLimits limits) {
        if (!isExact) {
            return true;
        }
        int width = track.parameters().width();
        int height = track.parameters().height();
        if (track.parameters().codec_id() == AV_CODEC_ID_H264) {
            // It can be made neither smaller nor slower without decoding it.
            return width <= limits.width() && height <= limits.height() && rateIsAtMost(track, limits);
        }
        return width == limits.width() && height == limits.height() && rateIsAtLeast(track, limits);
    }

    private static boolean rateIsAtMost(InputTrack track, FrameLimits limits) {
        return track.fps() <= limits.fps() * (1 + RATE_TOLERANCE);
    }

    private static boolean rateIsAtLeast(InputTrack track, FrameLimits limits) {
        return track.fps() == 0 || track.fps() >= limits.fps() * (1 - RATE_TOLERANCE);
    }

    private static Map<String, String> options(String format, FrameLimits limits) {
        return Map.of("input_format", format, SIZE, size(limits), RATE, Integer.toString(limits.fps()));
    }

    private static String size(FrameLimits limits) {
        return limits.width() + "x" + limits.height();
    }
}
