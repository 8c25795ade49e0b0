package dev.fanlight.agent.onsite;

import dev.fanlight.agent.config.RunMode;
import dev.fanlight.agent.config.RunSettings;
import dev.fanlight.agent.state.PauseFile;
import dev.fanlight.media.CameraPause;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Whether a camera may be on: not while people there have paused it, nor outside its hours. Thread safe. */
public final class Availability {

    private final List<PauseFile> files;
    private final RunSettings run;
    private final InstantSource clock;

    /** Paused by any of {@code files}; follows {@code clock}, which may be corrected. */
    public Availability(List<PauseFile> files, RunSettings run, InstantSource clock) {
        this.files = List.copyOf(files);
        this.run = run;
        this.clock = clock;
    }

    /** Why it has to be off now; empty when it may be on. */
    public Optional<CameraPause> pause() {
        return files.stream()
                .flatMap(file -> file.reason().stream())
                .map(CameraPause::byPeople)
                .findFirst()
                .or(this::outsideHours);
    }

    private Optional<CameraPause> outsideHours() {
        Instant now = clock.instant();
        if (run.mode() != RunMode.SCHEDULE || run.hours().contain(now, run.zone())) {
            return Optional.empty();
        }
        return run.hours()
                .next(now, run.zone())
                .map(begin -> CameraPause.until(ChronoUnit.MICROS.between(Instant.EPOCH, begin)));
    }
}
