package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentListener;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.log.RunLog;
import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.uplink.connection.GiveUpReason;
import dev.fanlight.cli.DurationText;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.media.CameraPause;
import dev.fanlight.media.UplinkQuality;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;

/**
 * Prints what happens to one camera in a few lines: nothing per frame, no line twice in a row. Called by one thread at a time;
 * lines of several cameras do not mix.
 */
final class RunReport implements AgentListener {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /** The usual waits of {@code docs/protocol.md} §5 at their longest, and what a relay can ask for. */
    private static final List<Duration> ROUNDED =
            Stream.of(2, 6, 12, 22, 60, 300).map(Duration::ofSeconds).toList();

    private final RunLog log;
    private final String label;
    private final String relay;
    private final RunEnd end;
    private String lastLine = "";
    private int viewers;
    private boolean failed;

    /** {@code label} is which camera the lines are about, empty for the only one. */
    RunReport(RunLog log, String label, String relay, RunEnd end) {
        this.log = log;
        this.label = label;
        this.relay = relay;
        this.end = end;
    }

    @Override
    public void connected(String camera) {
        info("connected to " + relay + " as camera \"" + camera + "\"");
    }

    @Override
    public void waiting(String why, Duration delay) {
        viewers = 0;
        warn(why + " Trying again within " + rounded(delay).toSeconds() + " s.");
    }

    @Override
    public void keyChanged() {
        info("the key of this camera was rotated, as its owner requested");
    }

    @Override
    public void keyNotChanged(String why) {
        warn("The owner requested a new key for this camera, but the old one stays in use: " + why);
    }

    @Override
    public void closed(GiveUpReason reason) {
        fail(
                switch (reason) {
                    case NOT_AUTHENTIC ->
                        new UserException(
                                ExitCode.NOT_ALLOWED,
                                relay
                                        + " does not accept this device any more: its owner has removed the camera or"
                                        + " revoked its key. Join again with a new link: fanlight-agent join --force"
                                        + " LINK");
                    case REPLACED ->
                        new UserException(
                                ExitCode.NOT_ALLOWED,
                                "Another computer has connected to " + relay
                                        + " with the key of this camera, and the latest connection wins. If the state"
                                        + " folder was copied, join again on one of the two; if you do not know the"
                                        + " other computer, remove the camera at the relay and join again.");
                    case WRONG_RELAY ->
                        new UserException(
                                ExitCode.WRONG_RELAY,
                                relay
                                        + " is not the relay that was joined: its key is a different one, or the"
                                        + " connection is being intercepted. Nothing was sent to it, and it is not"
                                        + " tried again. If the relay was set up anew, join it with a new link:"
                                        + " fanlight-agent join --force LINK");
                });
    }

    @Override
    public void viewers(int count) {
        if (count != viewers) {
            viewers = count;
            info(count == 0 ? "no viewers" : count + (count == 1 ? " viewer" : " viewers"));
        }
    }

    @Override
    public void watchedBy(List<String> names) {
        if (!names.isEmpty()) {
            info("watched by " + new CurrentViewers(viewers, names).text());
        }
    }

    @Override
    public void clockDiffers(Duration offset) {
        if (offset.abs().compareTo(CLOCK_TOLERANCE) > 0) {
            warn("the clock of this computer is " + DurationText.of(offset.abs())
                    + (offset.isNegative() ? " ahead of" : " behind") + " the relay's");
        }
    }

    @Override
    public void capturing(String description) {
        info("capturing: " + description);
    }

    /** In clear, unlike all other lines: an address without its key is of no use, and one of these is good once. */
    @Override
    public void shown(List<String> addresses) {
        addresses.forEach(address -> log.address("watch on this network (once, in one browser): " + address, label));
    }

    @Override
    public void asleep() {
        info("the camera is off until there is a viewer");
    }

    @Override
    public void uplink(UplinkQuality quality) {
        switch (quality) {
            case FINE -> info("the upload keeps up again");
            case SLOW -> warn("the upload is slow: viewers get a lower quality until it is faster");
            case POOR ->
                warn("the upload is very slow: viewers get a small picture, or single frames, until it is faster");
        }
    }

    @Override
    public void paused(Optional<CameraPause> pause) {
        if (pause.isEmpty()) {
            info("the camera may be on again");
        } else if (pause.get().resumesAtMicros().isPresent()) {
            info("outside camera.hours: the camera stays off");
        } else {
            String why = pause.get().why();
            info("paused by the people here" + (why.isEmpty() ? "" : ": " + why));
        }
    }

    @Override
    public void notice(String sentence) {
        warn(sentence);
    }

    @Override
    public void cameraFailed(SourceException cause, boolean everLive) {
        if (everLive || comesBack(cause.problem())) {
            warn(cause.getMessage() + " Trying again.");
        } else {
            fail(new UserException(ExitCode.CAMERA, String.valueOf(cause.getMessage()), cause));
        }
    }

    /** What is away for now, and not misnamed. */
    private static boolean comesBack(SourceProblem problem) {
        return problem == SourceProblem.UNREACHABLE || problem == SourceProblem.GONE;
    }

    @Override
    public void broken(Throwable cause) {
        failed = true;
        end.broken(
                cause instanceof EncodeException
                        ? new UserException(ExitCode.FAILED, "The encoder failed: " + cause.getMessage() + ".", cause)
                        : cause);
    }

    /** Rounded up so coarsely that the line is the same from try to try. */
    private static Duration rounded(Duration delay) {
        return ROUNDED.stream()
                .filter(limit -> limit.compareTo(delay) >= 0)
                .findFirst()
                .orElse(delay);
    }

    private void info(String line) {
        print(Level.INFO, line);
    }

    private void warn(String line) {
        print(Level.WARNING, line);
    }

    private void print(Level level, String line) {
        if (!failed && !line.equals(lastLine)) {
            lastLine = line;
            log.line(level, line, label);
        }
    }

    private void fail(Exception cause) {
        if (failed) {
            return;
        }
        boolean othersRun = end.failed(cause);
        if (othersRun) {
            print(Level.SEVERE, cause.getMessage() + " The other cameras go on.");
        }
        failed = true;
    }
}
