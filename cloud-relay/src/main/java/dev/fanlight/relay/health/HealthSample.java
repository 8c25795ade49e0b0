package dev.fanlight.relay.health;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How the relay was at one moment. Immutable.
 *
 * @param timeMillis when, ms since 1970
 * @param viewers people who watched
 * @param camerasLive cameras that sent
 * @param bitsIn bits a second from publishers since the sample before
 * @param bitsOut bits a second for viewers since then
 * @param cpu part of all processors of the computer that was used, 0 to 1, if it is known
 * @param memory bytes of heap in use
 * @param memoryMax bytes that the heap may have
 * @param diskFree bytes free on the disk of the state folder
 * @param disk bytes of that disk
 * @param frameAgeMillis age of the newest frame of the live camera whose newest frame is the oldest; none without a live camera
 */
public record HealthSample(
        long timeMillis,
        int viewers,
        int camerasLive,
        long bitsIn,
        long bitsOut,
        OptionalDouble cpu,
        long memory,
        long memoryMax,
        long diskFree,
        long disk,
        OptionalLong frameAgeMillis) {}
