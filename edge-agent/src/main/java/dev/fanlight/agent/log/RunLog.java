package dev.fanlight.agent.log;

import dev.fanlight.log.JsonLine;
import java.util.logging.Level;

/** Where the lines of a running agent go. Thread safe. */
public interface RunLog {

    /** What a line is about when it is about no camera in particular. */
    String NO_CAMERA = JsonLine.NO_CAMERA;

    /**
     * Writes one line.
     *
     * @param message a sentence, or the beginning of one; secrets in it are masked
     * @param camera which camera it is about, or {@link #NO_CAMERA}
     */
    void line(Level level, String message, String camera);

    /** Writes one line with nothing masked: an address is of no use without the key in it. */
    void address(String message, String camera);
}
