package dev.fanlight.agent.source.pattern;

import dev.fanlight.agent.audio.AudioEncoder;
import dev.fanlight.agent.audio.AudioException;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.Track;
import java.util.concurrent.TimeUnit;

/**
 * The sound of the test pattern, which makes it a clapperboard: a program that hears and sees a player can measure how far sound and video
 * are apart.
 *
 * <pre>
 *   sound: one channel, 48 kHz, Opus in packets of 20 ms
 *     at each full second of the media clock, to the sample: 1 kHz for 20 ms, half of full scale, beginning at a zero crossing
 *     silence otherwise
 *   video, while there is sound: the lowest eighth of the picture over its whole width is
 *     white (Y = 235) in frames captured in the first 100 ms of a second of the media clock
 *     black (Y = 16)  in all others
 *     sample its centre: x = 0.5 · width, y = 15/16 · height
 *   frames are captured at full seconds and multiples of the frame interval after them, a few ms later where the computer is busy; the
 *   exact time of each is in its strip ({@link TestStrip})
 * </pre>
 *
 * Not thread safe.
 */
final class ClickTrack implements AutoCloseable {

    /** How long the flash lasts from each full second on, µs. */
    static final long FLASH_MICROS = 100_000;

    private static final long PACKET_MICROS = 20_000;
    private static final long PACKETS_PER_SECOND = 50;
    private static final double FREQUENCY = 1000;
    private static final double AMPLITUDE = 16_384;
    /** After so long a stall the packets that are too late are dropped. */
    private static final long FAR_BEHIND = 5;

    private static final short[] CLICK = click();
    private static final short[] SILENCE = new short[AudioEncoder.PACKET_SAMPLES];

    private final AudioEncoder encoder;
    private long packet;

    /** Begins now, µs on the media clock; closes the encoder, which has one channel. */
    ClickTrack(AudioEncoder encoder, long nowMicros) {
        this.encoder = encoder;
        this.packet = nowMicros / PACKET_MICROS;
    }

    /** Whether a frame that was captured at this time shows the flash. */
    static boolean flashes(long captureMicros) {
        return captureMicros % TimeUnit.SECONDS.toMicros(1) < FLASH_MICROS;
    }

    Track track() {
        return Track.of(
                Rendition.FIRST_OTHER_TRACK,
                Track.AUDIO,
                encoder.config(),
                new AudioShape(AudioEncoder.SAMPLE_RATE, encoder.channels()));
    }

    /** When the next packet is complete, µs on the media clock. */
    long dueMicros() {
        return (packet + 1) * PACKET_MICROS;
    }

    /** Delivers the next packet. */
    void deliver(SourceOutput output, long nowMicros) throws AudioException {
        boolean late = nowMicros - dueMicros() > FAR_BEHIND * PACKET_MICROS;
        packet = late ? nowMicros / PACKET_MICROS - 1 : packet;
        short[] samples = packet % PACKETS_PER_SECOND == 0 ? CLICK : SILENCE;
        output.accept(Rendition.FIRST_OTHER_TRACK, encoder.encode(samples, packet * PACKET_MICROS));
        packet++;
    }

    @Override
    public void close() {
        encoder.close();
    }

    private static short[] click() {
        short[] samples = new short[AudioEncoder.PACKET_SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] =
                    (short) Math.round(AMPLITUDE * Math.sin(2 * Math.PI * FREQUENCY * i / AudioEncoder.SAMPLE_RATE));
        }
        return samples;
    }
}
