package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentListener;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.log.RunLog;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.status.StatusText;
import dev.fanlight.media.CameraPause;
import java.util.Optional;
import java.util.logging.Level;

/**
 * Prints what happens to a source that a program has named. Neither the source nor its encoder ends the agent when it fails: the program may
 * name another. Thread safe.
 */
final class NamedSourceReport implements AgentListener {

    private final RunLog log;
    private final String label;
    private final RunEnd end;

    NamedSourceReport(RunLog log, String id, RunEnd end) {
        this.log = log;
        this.label = "api " + id;
        this.end = end;
    }

    @Override
    public void capturing(String description) {
        print(Level.INFO, "capturing: " + description);
    }

    @Override
    public void notice(String sentence) {
        print(Level.WARNING, sentence);
    }

    @Override
    public void paused(Optional<CameraPause> pause) {
        print(Level.INFO, pause.isEmpty() ? "it may be on again" : "paused " + StatusText.pause(pause.get()));
    }

    @Override
    public void cameraFailed(SourceException cause, boolean everLive) {
        print(Level.WARNING, cause.getMessage() + " Trying again while there are viewers.");
    }

    @Override
    public void broken(Throwable cause) {
        if (cause instanceof EncodeException) {
            print(
                    Level.SEVERE,
                    "The encoder failed: " + cause.getMessage() + ". It is shown again when it is named again.");
        } else {
            end.broken(cause);
        }
    }

    private void print(Level level, String line) {
        log.line(level, line, label);
    }
}
