package dev.fanlight.agent.testing;

import dev.fanlight.agent.audio.javacv.AlsaDevice;
import dev.fanlight.agent.config.AudioInput;
import dev.fanlight.agent.config.AudioSettings;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.media.AccessUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Listens to an ALSA device and prints when it heard clicks, µs: a process of its own, because libasound reads its environment. */
public final class MicrophoneMain {

    private MicrophoneMain() {}

    public static void main(String[] arguments) throws Exception {
        NativeLibraries.load(false);
        AudioSettings settings = new AudioSettings(new AudioInput.Device(arguments[0]), OptionalInt.empty());
        ManualTime time = new ManualTime();
        List<AccessUnit> units = new ArrayList<>();
        try (AlsaDevice device = AlsaDevice.open(arguments[0], settings, time.mediaClock(), time)) {
            while (units.size() < Integer.parseInt(arguments[1])) {
                units.addAll(device.read());
            }
        }
        DecodedOpus.onsets(DecodedOpus.of(units, 1)).forEach(System.out::println);
    }
}
