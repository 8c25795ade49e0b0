package dev.fanlight.agent.audio.javacv;

import dev.fanlight.agent.audio.AudioDevice;
import dev.fanlight.agent.audio.AudioException;
import dev.fanlight.agent.audio.DevicePace;
import dev.fanlight.agent.audio.DriftCorrection;
import dev.fanlight.agent.config.AudioSettings;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.Track;
import dev.fanlight.media.opus.OpusHead;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.Sleeper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A microphone through ALSA, encoded to Opus. One thread uses and closes it, which frees its native memory. */
public final class AlsaDevice implements AudioDevice {

    /** A device that delivers nothing for so long has failed. */
    static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(5);
    private static final long MICROS = TimeUnit.SECONDS.toMicros(1);

    private final AlsaInput input;
    private final OpusTranscoder transcoder;
    private final String name;
    private final MediaClock clock;
    private final Sleeper sleeper;
    private final DevicePace pace;

    private long heardMicros;

    private AlsaDevice(AlsaInput input, OpusTranscoder transcoder, String name, MediaClock clock, Sleeper sleeper) {
        this.input = input;
        this.transcoder = transcoder;
        this.name = name;
        this.clock = clock;
        this.sleeper = sleeper;
        this.heardMicros = clock.micros();
        this.pace = new DevicePace(heardMicros);
    }

    /**
     * Opens one.
     *
     * @param name as ALSA knows it
     * @param clock stamps the sound
     * @param sleeper waits for the device
     */
    public static AlsaDevice open(String name, AudioSettings settings, MediaClock clock, Sleeper sleeper)
            throws AudioException {
        try {
            AlsaInput input = AlsaInput.open(name);
            try {
                OpusTranscoder transcoder =
                        OpusTranscoder.open(input.parameters(), DriftCorrection.forDevice(), settings::bitRate);
                return new AlsaDevice(input, transcoder, name, clock, sleeper);
            } catch (AudioException e) {
                input.close();
                throw e;
            }
        } catch (UnsatisfiedLinkError e) {
            throw new AudioException("cannot be captured: " + NativeLibraries.sentence(e));
        } catch (NoClassDefFoundError e) {
            throw new AudioException("cannot be captured: libraries are missing, as was said before");
        }
    }

    @Override
    public Track track() {
        return Track.of(
                Rendition.FIRST_OTHER_TRACK,
                Track.AUDIO,
                transcoder.config(),
                new AudioShape(OpusHead.SAMPLE_RATE, transcoder.channels()));
    }

    @Override
    public List<AccessUnit> read() throws AudioException, InterruptedException {
        if (!input.read()) {
            if (clock.micros() - heardMicros > TimeUnit.NANOSECONDS.toMicros(SILENCE.toNanos())) {
                throw new AudioException("of " + name + " has ended: the device has delivered nothing for "
                        + SILENCE.toSeconds() + " s");
            }
            sleeper.sleepNanos(POLL.toNanos());
            return List.of();
        }
        return take();
    }

    @Override
    public void close() {
        transcoder.close();
        input.close();
    }

    private List<AccessUnit> take() throws AudioException, InterruptedException {
        heardMicros = clock.micros();
        int samples = input.samples();
        int rate = input.sampleRate();
        input.packet().pts(heardMicros - samples * MICROS / rate);
        List<AccessUnit> units = transcoder.transcode(input.packet());
        long wait = pace.delivered(samples, rate, heardMicros);
        if (wait > 0) {
            sleeper.sleepNanos(TimeUnit.MICROSECONDS.toNanos(Math.min(wait, MICROS)));
        }
        return units;
    }
}
