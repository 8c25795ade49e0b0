package dev.fanlight.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The clock: whether something synchronizes it, and how far it is from the relay’s.
 *
 * @param root {@code /}, or a copy of the folders in a test
 */
public record ClockCheck(Path root) {

    private static final String ABOUT = "clock";
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** What was found; {@code offset} is the relay’s clock minus this one, if it is known. */
    public Finding run(Optional<Duration> offset) {
        boolean synced = Files.exists(root.resolve("run/systemd/timesync/synchronized"));
        String state = synced ? "synchronized" : "not known to be synchronized";
        if (offset.isEmpty()) {
            return synced
                    ? Finding.fine(ABOUT, state)
                    : Finding.warning(ABOUT, state, "Check with: timedatectl   A Pi without a network has no time.");
        }
        Duration difference = offset.get().abs();
        if (difference.compareTo(TOLERANCE) > 0) {
            return Finding.warning(
                    ABOUT,
                    state + ", " + DurationText.of(difference) + (offset.get().isNegative() ? " ahead of" : " behind")
                            + " the relay's",
                    "Switch time synchronization on: sudo timedatectl set-ntp true");
        }
        String near = "within " + difference.toMillis() + " ms of the relay's";
        return Finding.fine(ABOUT, synced ? state + ", " + near : near);
    }
}
