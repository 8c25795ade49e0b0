package dev.fanlight.agent.status;

/**
 * How much of one track is published. Immutable.
 *
 * @param name of the track: {@code main}, {@code low}, {@code audio}
 * @param bitsPerSecond over the last seconds
 * @param unitsPerSecond access units, of video frames, over the last seconds
 */
public record TrackRate(String name, long bitsPerSecond, double unitsPerSecond) {}
