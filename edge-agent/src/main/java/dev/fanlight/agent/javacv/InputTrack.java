package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;

/** One stream of a {@link MediaInput}, valid while the input is open. One thread. */
public final class InputTrack {

    private static final double MICROS = 1_000_000;

    private final AVStream stream;
    private final double microsPerTick;

    InputTrack(AVStream stream) {
        this.stream = stream;
        this.microsPerTick = av_q2d(stream.time_base()) * MICROS;
    }

    /** Codec, size and configuration record as the container says. */
    public AVCodecParameters parameters() {
        return stream.codecpar();
    }

    /** The configuration record, empty when the container has none. */
    public Optional<byte[]> record() {
        byte[] record = new byte[parameters().extradata_size()];
        if (record.length == 0) {
            return Optional.empty();
        }
        parameters().extradata().get(record);
        return Optional.of(record);
    }

    /** Average frames a second as the container says, 0 when it does not. */
    public double fps() {
        double average = av_q2d(stream.avg_frame_rate());
        return Double.isFinite(average) && average > 0 ? average : 0;
    }

    /** Language as the container says, usually ISO 639-2. */
    public Optional<String> language() {
        AVDictionaryEntry entry = av_dict_get(stream.metadata(), "language", null, 0);
        return entry == null
                ? Optional.empty()
                : Optional.ofNullable(entry.value().getString());
    }

    /** Ticks of this stream in µs. */
    public long micros(long ticks) {
        return Math.round(ticks * microsPerTick);
    }

    int index() {
        return stream.index();
    }

    long ticks(long micros) {
        return Math.round(micros / microsPerTick);
    }

    long firstTicks() {
        return stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
    }
}
