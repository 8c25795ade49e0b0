package dev.fanlight.agent.config;

/**
 * The largest frame and the highest rate that are encoded. Immutable.
 *
 * @param width pixels
 * @param height pixels
 * @param fps frames a second
 */
public record FrameLimits(int width, int height, int fps) {}
