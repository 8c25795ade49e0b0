package dev.fanlight.relay.srt;

/** What waits for the process. */
final class ProcessLimits {

    /** Bytes of commands that may wait for the process to read them: beyond that it hangs, and is killed. */
    static final int MAX_WAITING_BYTES = 8 * 1024 * 1024;

    /** Callers that were asked about and are not there yet; more than the process itself expects. */
    static final int MAX_ASKED = 256;

    private ProcessLimits() {}
}
