package dev.fanlight.agent.source;

import java.util.Locale;

/** Why a source does not deliver. */
public enum SourceProblem {
    /** There is no such camera or file. */
    MISSING,
    /** It is somewhere else, and does not answer now: it may be switched on later. */
    UNREACHABLE,
    /** Another program uses it. */
    BUSY,
    /** This user may not open it. */
    NO_PERMISSION,
    /** It is open and delivers nothing. */
    SILENT,
    /** It was unplugged. */
    GONE,
    /** It holds no video. */
    NOT_VIDEO,
    /** It holds video that cannot be used as asked. */
    UNSUPPORTED,
    /** Anything else. */
    BROKEN;

    /** The code in a {@code source} message, for the owner. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
