package dev.fanlight.relay.recording;

import dev.fanlight.relay.config.RecordingConfig;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.store.Recordings;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;

/**
 * What recording is done with.
 *
 * @param config how long recordings are kept
 * @param folder where they lie
 * @param index where they are found again
 * @param clock measures durations
 * @param wallClock the clock of their times
 * @param counters what is counted
 * @param errors where failures are reported
 */
record RecorderServices(
        RecordingConfig config,
        RecordingFolder folder,
        Recordings index,
        NanoClock clock,
        MediaClock wallClock,
        RelayCounters counters,
        ErrorLog errors) {

    private static final long MOST_FILE_BYTES = 256L * 1024 * 1024;
    private static final int LEAST_FILES = 8;

    /** Bytes beyond which a file ends at the next key frame: no more than an eighth of the space, which is freed file by file. */
    long fileBytes() {
        return Math.min(MOST_FILE_BYTES, config.maxBytes() / LEAST_FILES);
    }
}
