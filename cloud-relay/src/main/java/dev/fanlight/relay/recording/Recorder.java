package dev.fanlight.relay.recording;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.config.RecordingConfig;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.store.Recordings;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Records the cameras whose owner wants it, on the thread {@code recorder}. Thread safe, but for start and stop. */
public final class Recorder implements Component {

    private final RecorderServices services;
    private final RecordingAlarm alarm;
    private final BackfillQueue backfill = new BackfillQueue();
    private final RecorderLoop loop;
    private Optional<LoopRunner> runner = Optional.empty();

    private Recorder(RecorderServices services, StreamRegistry streams, AuditLog audit) {
        this.services = services;
        this.alarm = new RecordingAlarm(audit);
        this.loop = new RecorderLoop(services, streams, alarm, backfill);
    }

    /**
     * What a recorder works with.
     *
     * @param index where recordings are found again
     * @param streams of all cameras
     * @param audit where alarms go
     * @param clock measures durations
     * @param wallClock the clock of their times
     * @param counters what is counted
     * @param errors where failures are reported
     */
    public record Surroundings(
            Recordings index,
            StreamRegistry streams,
            AuditLog audit,
            NanoClock clock,
            MediaClock wallClock,
            RelayCounters counters,
            ErrorLog errors) {}

    /**
     * A recorder that does nothing yet. Blocking.
     *
     * @param usual where recordings lie if nothing is set
     * @throws UserException when the folder cannot be made or read
     */
    public static Recorder of(RecordingConfig config, Path usual, Secrets secrets, Surroundings around) {
        Path path = config.folder().orElse(usual);
        try {
            RecordingFolder folder = RecordingFolder.open(path, secrets);
            RecorderServices services = new RecorderServices(
                    config,
                    folder,
                    around.index(),
                    around.clock(),
                    around.wallClock(),
                    around.counters(),
                    around.errors());
            return new Recorder(services, around.streams(), around.audit());
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.SETTINGS, "The folder of recordings, " + path + ", cannot be made or read.", e);
        }
    }

    @Override
    public String name() {
        return "recorder";
    }

    @Override
    public void start() {
        runner = Optional.of(LoopRunner.start(loop, e -> services.errors().fatal("The recorder has ended", e)));
    }

    @Override
    public void stop(Duration limit) {
        runner.ifPresent(running -> running.close(limit));
    }

    /** Has it look at once which cameras are to be recorded. */
    public void wake() {
        loop.wake();
    }

    /** Why nothing is recorded, as it goes on after a colon; empty while all is well. */
    public Optional<String> problem() {
        return alarm.problem();
    }

    /** Where agents bring what recordings lack. */
    public BackfillTarget backfill() {
        return backfill;
    }

    /** What was recorded. */
    public RecordingLibrary library() {
        return new RecordingLibrary(services.folder(), services.index());
    }

    /** Where clips lie. */
    public ClipFolder clips() {
        return new ClipFolder(services.folder(), services.config().freePercent());
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of(
                "folder",
                services.folder().path().toString(),
                "problem",
                problem().orElse(""));
    }
}
