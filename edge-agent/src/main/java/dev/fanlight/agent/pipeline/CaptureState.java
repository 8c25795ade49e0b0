package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.source.FrameSource;

/** State of the camera; each holds only what is valid in it. */
sealed interface CaptureState {

    /** There are no viewers; the camera is released. */
    record Asleep() implements CaptureState {}

    /** Open, without a frame yet. */
    record Starting(FrameSource source, RetryDelay next) implements CaptureState {}

    /** Open for one frame, though it is not wanted. */
    record Still(FrameSource source) implements CaptureState {}

    /**
     * It delivers.
     *
     * @param next how long to wait when it fails soon
     * @param sinceNanos when it has begun to, on the monotonic clock
     */
    record Live(FrameSource source, RetryDelay next, long sinceNanos) implements CaptureState {}

    /**
     * Failed; tried again later.
     *
     * @param retryNanos when, on the monotonic clock
     * @param next how long to wait when it fails again
     */
    record Failed(long retryNanos, RetryDelay next) implements CaptureState {}
}
