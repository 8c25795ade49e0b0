package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_WARNING;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

/** FFmpeg writes to stderr by itself; what matters is in our sentences. Process-wide. */
public final class FfmpegLog {

    private FfmpegLog() {}

    /** Shows FFmpeg’s warnings on stderr, or nothing. Loads the native libraries. */
    public static void show(boolean warnings) {
        av_log_set_level(warnings ? AV_LOG_WARNING : AV_LOG_QUIET);
    }
}
