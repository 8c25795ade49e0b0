package dev.fanlight.agent.audio.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import dev.fanlight.agent.audio.AudioException;
import dev.fanlight.agent.audio.DriftCorrection;
import dev.fanlight.agent.audio.javacv.OpusTranscoder.BitRates;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.OpusConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * A transcoder that is opened again after a failure, 1 s later at first and 30 s later at last, by the time of the packets. Sound that
 * is broken must not end the video beside it. One thread uses and closes it.
 */
final class ReopeningTranscoder implements AutoCloseable {

    private static final long FIRST_DELAY_MICROS = TimeUnit.SECONDS.toMicros(1);
    private static final long LONGEST_DELAY_MICROS = TimeUnit.SECONDS.toMicros(30);
    /** One that has worked for so long is opened again soon if it fails then. */
    private static final long STABLE_MICROS =
            TimeUnit.NANOSECONDS.toMicros(Duration.ofMinutes(1).toNanos());

    private final AVCodecParameters parameters;
    private final BitRates bitRates;
    private final OpusConfig config;
    private final int channels;
    private final AVPacket packet = av_packet_alloc();

    private Optional<OpusTranscoder> open;
    private Optional<String> problem = Optional.empty();
    private boolean reported;
    private long delayMicros = FIRST_DELAY_MICROS;
    private long openedMicros;
    private long retryMicros;

    private ReopeningTranscoder(AVCodecParameters parameters, BitRates bitRates, OpusTranscoder first) {
        this.parameters = parameters;
        this.bitRates = bitRates;
        this.config = first.config();
        this.channels = first.channels();
        this.open = Optional.of(first);
    }

    /** Opens one; {@code parameters} stay valid as long as it. */
    static ReopeningTranscoder open(AVCodecParameters parameters, BitRates bitRates) throws AudioException {
        return new ReopeningTranscoder(
                parameters, bitRates, OpusTranscoder.open(parameters, DriftCorrection.forStream(), bitRates));
    }

    OpusConfig config() {
        return config;
    }

    int channels() {
        return channels;
    }

    /** What becomes of a packet that is stamped with the media clock; nothing after a failure. */
    List<AccessUnit> transcode(AccessUnit unit) {
        try {
            Optional<OpusTranscoder> now = openAt(unit.captureMicros());
            return now.isPresent() && unit.size() > 0 ? transcode(now.get(), unit) : List.of();
        } catch (AudioException e) {
            failed(unit.captureMicros(), String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    /** A sentence after the first failure, once. */
    Optional<String> problem() {
        Optional<String> sentence = problem;
        problem = Optional.empty();
        return sentence;
    }

    @Override
    public void close() {
        open.ifPresent(OpusTranscoder::close);
        open = Optional.empty();
        av_packet_free(packet);
    }

    private Optional<OpusTranscoder> openAt(long micros) throws AudioException {
        if (open.isEmpty() && micros >= retryMicros) {
            open = Optional.of(OpusTranscoder.open(parameters, DriftCorrection.forStream(), bitRates));
            openedMicros = micros;
        }
        return open;
    }

    private List<AccessUnit> transcode(OpusTranscoder now, AccessUnit unit) throws AudioException {
        if (av_new_packet(packet, unit.size()) < 0) {
            throw new AudioException("cannot be decoded: no memory for a packet");
        }
        try {
            packet.data()
                    .capacity(unit.size())
                    .asByteBuffer()
                    .put(unit.payload().bytes());
            packet.pts(unit.captureMicros());
            packet.dts(unit.captureMicros());
            return now.transcode(packet);
        } finally {
            av_packet_unref(packet);
        }
    }

    private void failed(long micros, String why) {
        open.ifPresent(OpusTranscoder::close);
        open = Optional.empty();
        delayMicros = micros - openedMicros >= STABLE_MICROS ? FIRST_DELAY_MICROS : delayMicros;
        retryMicros = micros + delayMicros;
        delayMicros = Math.min(LONGEST_DELAY_MICROS, delayMicros * 2);
        if (!reported) {
            reported = true;
            problem = Optional.of("The sound " + why + ". The video goes on, and the sound is tried again.");
        }
    }
}
