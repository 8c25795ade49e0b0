package dev.fanlight.agent.audio.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import dev.fanlight.agent.audio.AudioEncoder;
import dev.fanlight.agent.audio.AudioException;
import dev.fanlight.agent.audio.DriftCorrection;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameDecoder;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.OpusConfig;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes packets of one stream of sound and encodes them to Opus: packets whose presentation time is that of the media clock, µs, to
 * packets of 20 ms whose time is counted in samples and kept on that clock. One thread uses and closes it.
 */
final class OpusTranscoder implements AutoCloseable {

    private static final int MOST_CHANNELS = 2;

    private final FrameDecoder decoder;
    private final DriftCorrection drift;
    private final Resampler resampler;
    private final AudioEncoder encoder;
    private final short[] packet;

    private int filled;
    private long packetMicros;
    private long jumps;

    private OpusTranscoder(FrameDecoder decoder, DriftCorrection drift, AudioEncoder encoder) {
        this.decoder = decoder;
        this.drift = drift;
        this.encoder = encoder;
        this.resampler = new Resampler(encoder.channels());
        this.packet = new short[AudioEncoder.PACKET_SAMPLES * encoder.channels()];
    }

    /**
     * Opens one; more than two channels are mixed down to two.
     *
     * @param parameters what is decoded
     * @param bitRate bits a second of one and of two channels
     */
    static OpusTranscoder open(AVCodecParameters parameters, DriftCorrection drift, BitRates bitRate)
            throws AudioException {
        int channels =
                Math.max(1, Math.min(MOST_CHANNELS, parameters.ch_layout().nb_channels()));
        FrameDecoder decoder = decoder(parameters);
        try {
            return new OpusTranscoder(decoder, drift, OpusEncoder.open(channels, bitRate.of(channels)));
        } catch (AudioException e) {
            decoder.close();
            throw e;
        }
    }

    /** Bits a second by the number of channels. */
    interface BitRates {

        int of(int channels);
    }

    OpusConfig config() {
        return encoder.config();
    }

    int channels() {
        return encoder.channels();
    }

    /** Transcodes one packet; damaged ones are skipped. */
    List<AccessUnit> transcode(AVPacket next) throws AudioException {
        try {
            List<AccessUnit> units = new ArrayList<>();
            decoder.send(next);
            while (decoder.receive()) {
                convert(decoder.frame(), units);
            }
            return units;
        } catch (FfmpegException e) {
            throw new AudioException("cannot be decoded: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        decoder.close();
        resampler.close();
        encoder.close();
    }

    private void convert(AVFrame frame, List<AccessUnit> units) throws AudioException {
        boolean timed = frame.pts() != AV_NOPTS_VALUE;
        long measured = timed ? frame.pts() - resampler.delayMicros() : drift.micros();
        int more = drift.correct(measured, Resampler.samplesOf(frame));
        if (drift.jumps() != jumps) {
            jumps = drift.jumps();
            filled = 0;
        }
        short[] samples = resampler.convert(frame, more);
        int channels = encoder.channels();
        int taken = 0;
        while (taken < samples.length) {
            packetMicros = filled == 0 ? drift.micros() : packetMicros;
            int part = Math.min(packet.length - filled, samples.length - taken);
            System.arraycopy(samples, taken, packet, filled, part);
            taken += part;
            filled += part;
            drift.produced(part / channels);
            if (filled == packet.length) {
                units.add(encoder.encode(packet, packetMicros));
                filled = 0;
            }
        }
    }

    private static FrameDecoder decoder(AVCodecParameters parameters) throws AudioException {
        try {
            return FrameDecoder.ofMicros(parameters);
        } catch (FfmpegException e) {
            throw new AudioException("cannot be decoded here: " + e.getMessage());
        }
    }
}
