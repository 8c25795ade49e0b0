package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.audio.AudioDevice;
import java.util.OptionalInt;

/** State of the microphone; each holds only what is valid in it. */
sealed interface AudioState {

    /**
     * There are no listeners; the microphone is off.
     *
     * @param announced id of its track, once that was announced: then it is opened only while the track is demanded
     */
    record Asleep(OptionalInt announced) implements AudioState {}

    /**
     * It is open.
     *
     * @param next how long to wait when it fails soon
     * @param sinceNanos when it was opened, on the monotonic clock
     */
    record Live(AudioDevice device, RetryDelay next, long sinceNanos) implements AudioState {}

    /**
     * It has failed and is opened again later.
     *
     * @param retryNanos when, on the monotonic clock
     * @param next how long to wait when it fails again
     */
    record Failed(long retryNanos, RetryDelay next) implements AudioState {}
}
