package dev.fanlight.agent.source;

import java.util.Locale;

/** Why a source gives no pictures. */
public enum SourceProblem {
    /** There is no such camera or file. */
    MISSING,
    /** Another program uses it. */
    BUSY,
    /** This user may not open it. */
    NO_PERMISSION,
    /** It is open and gives nothing. */
    SILENT,
    /** It was unplugged. */
    GONE,
    /** It holds no video. */
    NOT_VIDEO,
    /** It holds video that cannot be used as asked. */
    UNSUPPORTED,
    /** Anything else. */
    BROKEN;

    /** The code that the owner is told in a {@code source} message. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
