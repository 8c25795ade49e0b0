package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.source.FrameSource;

/** What the camera does; each state holds only what is valid in it. */
sealed interface CaptureState {

    /** Nobody watches; the camera is free. */
    record Asleep() implements CaptureState {}

    /** Open, without a picture yet. */
    record Starting(FrameSource source, RetryDelay next) implements CaptureState {}

    /** Pictures come. */
    record Live(FrameSource source) implements CaptureState {}

    /**
     * Failed; tried again later.
     *
     * @param retryNanos when, on the monotonic clock
     * @param next how long to wait when it fails again
     */
    record Failed(long retryNanos, RetryDelay next) implements CaptureState {}
}
