package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentListener;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.cli.SecretMask;
import java.io.PrintWriter;

/** Prints what happens to a source that a program has named. It ends nothing when it fails: the program may name another. Thread safe. */
final class NamedSourceReport implements AgentListener {

    private final PrintWriter out;
    private final String id;
    private final RunEnd end;

    NamedSourceReport(PrintWriter out, String id, RunEnd end) {
        this.out = out;
        this.id = id;
        this.end = end;
    }

    @Override
    public void capturing(String description) {
        print("✓ capturing: " + description);
    }

    @Override
    public void notice(String sentence) {
        print("! " + sentence);
    }

    @Override
    public void cameraFailed(SourceException cause, boolean everLive) {
        print("! " + cause.getMessage() + " Trying again while there are viewers.");
    }

    @Override
    public void broken(Throwable cause) {
        end.broken(cause);
    }

    private void print(String line) {
        out.println("[api " + id + "] " + SecretMask.text(line));
        out.flush();
    }
}
