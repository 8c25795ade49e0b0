package dev.fanlight.agent.onsite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** An LED of the kernel’s class {@code leds}: its {@code brightness} is written. One thread. */
final class LedIndicator implements Indicator {

    /** Where the kernel lists LEDs (Documentation/leds/leds-class.rst). */
    static final Path CLASS = Path.of("/sys/class/leds");

    private final Path led;
    private final Consumer<String> notice;
    private Optional<Boolean> shown = Optional.empty();
    private boolean failed;

    LedIndicator(Path led, Consumer<String> notice) {
        this.led = led;
        this.notice = notice;
    }

    @Override
    public void show(boolean watched) {
        if (shown.equals(Optional.of(watched))) {
            return;
        }
        try {
            Files.writeString(led.resolve("brightness"), watched ? most() : "0");
            shown = Optional.of(watched);
            failed = false;
        } catch (IOException e) {
            report();
        }
    }

    @Override
    public void close() {
        show(false);
    }

    private String most() throws IOException {
        return Files.readString(led.resolve("max_brightness")).strip();
    }

    private void report() {
        if (!failed) {
            failed = true;
            notice.accept("The LED of indicator.led cannot be set: " + led
                    + "/brightness does not exist or must not be written by" + " this user. Tried again.");
        }
    }
}
