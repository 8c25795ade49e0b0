package dev.fanlight.agent;

import dev.fanlight.agent.audio.AudioOpener;
import dev.fanlight.agent.audio.javacv.AlsaDevice;
import dev.fanlight.agent.config.AudioInput;
import dev.fanlight.agent.config.AudioSettings;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.Sleeper;
import java.util.Optional;

/** The microphone that {@code camera.audio} names. Stateless. */
final class Microphone {

    private Microphone() {}

    /** Empty where the sound comes from the source, or there is none. */
    static Optional<AudioOpener> of(AudioSettings audio, MediaClock clock) {
        return audio.input() instanceof AudioInput.Device device
                ? Optional.of(() -> AlsaDevice.open(device.name(), audio, clock, Sleeper.SYSTEM))
                : Optional.empty();
    }
}
