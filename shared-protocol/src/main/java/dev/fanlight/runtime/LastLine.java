package dev.fanlight.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a process writes to stderr, so that it never waits for a reader, and keeps the last line, shortened. Runs on a thread of its own;
 * {@link #text} may be called on any thread.
 */
public final class LastLine implements Loop {

    /** Longest line that is kept, characters. */
    public static final int MAX = 200;

    private final BufferedReader in;
    private final String roleName;
    private final StringBuilder line = new StringBuilder();
    private volatile String last = "";

    /** Reads {@code in} to its end on a thread with this name. */
    public LastLine(InputStream in, String roleName) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.roleName = roleName;
    }

    @Override
    public boolean doWork() {
        try {
            int next = in.read();
            if (next < 0 || next == '\n' || next == '\r') {
                finish();
            } else if (line.length() < MAX && !Character.isISOControl(next)) {
                line.append((char) next);
            }
            return next >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String roleName() {
        return roleName;
    }

    /** The last line that was not blank; empty while there is none. */
    public String text() {
        return last;
    }

    private void finish() {
        if (!line.toString().isBlank()) {
            last = line.toString().strip();
        }
        line.setLength(0);
    }
}
