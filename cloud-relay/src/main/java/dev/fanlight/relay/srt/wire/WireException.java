package dev.fanlight.relay.srt.wire;

import java.io.IOException;

/** The other side has said something that is no message. What it says next cannot be understood either. */
public final class WireException extends IOException {

    private static final long serialVersionUID = 1L;

    /** With what is wrong, for the log. */
    public WireException(String problem) {
        super(problem);
    }
}
