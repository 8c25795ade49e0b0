package dev.fanlight.agent.source.live.javacv;

import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;

import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.InputOpening;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * MPEG-TS or MJPEG that a command writes, or FLV that a camera pushes. Immutable.
 *
 * @param format as FFmpeg calls it
 * @param bytes what it writes
 * @param context of the source
 * @param name of the command or camera, for sentences
 * @param end why nothing comes any more
 */
record CommandStream(String format, InputStream bytes, LiveContext context, String name, Supplier<SourceException> end)
        implements PacketInput.Source {

    private static final Set<String> TIMED = Set.of("mpegts", "flv");

    @Override
    public MediaInput open(BooleanSupplier cancelled) throws FfmpegException {
        boolean timed = TIMED.contains(format);
        Map<String, String> options = Map.of(
                "probesize", Integer.toString(HttpSourceFactory.PROBE_BYTES),
                "analyzeduration", Integer.toString(HttpSourceFactory.PROBE_MICROS),
                "fpsprobesize", "0");
        return MediaInput.open(new InputOpening(
                "", Optional.of(bytes), Optional.of(av_find_input_format(format)), options, any -> timed, cancelled));
    }

    @Override
    public PacketTime time(MediaInput input) {
        return TIMED.contains(format) ? PacketTime.stream(context.pacer()) : PacketTime.arrival(context.pacer());
    }

    @Override
    public SourceException refused(FfmpegException cause) {
        return new SourceException(
                SourceProblem.NOT_VIDEO,
                name + " writes " + format + " that cannot be read: " + cause.getMessage() + ".");
    }

    @Override
    public SourceException ended() {
        return end.get();
    }
}
