package dev.fanlight.agent.source.live;

import dev.fanlight.runtime.Loop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a command writes to stderr, so that it never waits for a reader, and keeps the last line. Owned by the thread “command-errors”.
 */
final class LastLine implements Loop {

    /** Longest line that is kept, characters. */
    static final int MAX = 200;

    private final BufferedReader in;
    private final StringBuilder line = new StringBuilder();
    private volatile String last = "";

    LastLine(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
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
        return "command-errors";
    }

    String text() {
        return last;
    }

    private void finish() {
        if (!line.toString().isBlank()) {
            last = line.toString().strip();
        }
        line.setLength(0);
    }
}
