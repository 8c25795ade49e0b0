package dev.fanlight.relay.transcode;

import dev.fanlight.relay.child.FfmpegChildren;
import dev.fanlight.relay.config.TranscodeConfig.Encoder;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/**
 * What all derived streams share. Thread safe.
 *
 * @param vertx for event loops and timers
 * @param worker for what blocks
 * @param children starts FFmpeg
 * @param encoder what encodes
 * @param places how many more cameras may be encoded
 * @param timeouts how long encoders are waited for
 * @param clock measures durations
 * @param wallClock the clock of the relay’s timestamps
 * @param counters what is counted of the cameras’ own streams
 * @param errors where failures are reported
 */
public record TranscodeServices(
        Vertx vertx,
        WorkerExecutor worker,
        FfmpegChildren children,
        Encoder encoder,
        EncoderPlaces places,
        TranscodeTimeouts timeouts,
        NanoClock clock,
        MediaClock wallClock,
        RelayCounters counters,
        ErrorLog errors) {}
