package dev.fanlight.agent.audio.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.audio.AudioException;
import dev.fanlight.agent.config.AudioInput;
import dev.fanlight.agent.config.AudioSettings;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.runtime.MediaClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ALSA without a sound card: its plug-in {@code null}, which delivers silence as fast as it is asked. */
class AlsaDeviceTest {

    private final ManualTime time = new ManualTime();
    private final MediaClock clock = time.mediaClock();

    @BeforeAll
    static void quiet() {
        NativeLibraries.load(false);
    }

    private AlsaDevice open(String name) throws AudioException {
        AudioSettings settings = new AudioSettings(new AudioInput.Device(name), OptionalInt.empty());
        return AlsaDevice.open(name, settings, clock, time);
    }

    @Test
    void soundOfADeviceIsStampedWithTheMediaClock() throws Exception {
        List<AccessUnit> units = new ArrayList<>();
        try (AlsaDevice device = open("null")) {
            assertThat(device.track().config().codec()).isEqualTo("opus");
            while (units.size() < 100) {
                long before = clock.micros();
                List<AccessUnit> read = device.read();
                units.addAll(read);
                if (!read.isEmpty()) {
                    long age = before - read.get(read.size() - 1).captureMicros();
                    assertThat(age).isBetween(-45_000L, 45_000L);
                }
            }
        }
        long length = units.get(99).captureMicros() - units.get(0).captureMicros();
        assertThat(length).isBetween(1_979_000L, 1_981_000L);
    }

    @Test
    void aDeviceThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> open("plughw:CARD=Nothing"))
                .isInstanceOf(AudioException.class)
                .hasMessageStartingWith("of plughw:CARD=Nothing cannot be captured: there is no such device")
                .hasMessageContaining("arecord -L");
    }

    @Test
    void onArm64ItSaysWhereAlsaMustLook() {
        assertThat(AlsaErrors.notOpened("default", "aarch64", Map.of()))
                .endsWith("needs ALSA_CONFIG_PATH=/usr/share/alsa/alsa.conf");
        assertThat(AlsaErrors.notOpened("default", "aarch64", Map.of("ALSA_CONFIG_PATH", "/x")))
                .doesNotContain("ALSA_CONFIG_PATH");
        assertThat(AlsaErrors.notOpened("default", "amd64", Map.of())).doesNotContain("ALSA_CONFIG_PATH");
    }
}
