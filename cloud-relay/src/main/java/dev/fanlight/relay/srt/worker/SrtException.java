package dev.fanlight.relay.srt.worker;

import java.io.IOException;

/** Something that libsrt could not do, in its words. */
final class SrtException extends IOException {

    private static final long serialVersionUID = 1L;

    SrtException(String reason) {
        super(reason);
    }
}
