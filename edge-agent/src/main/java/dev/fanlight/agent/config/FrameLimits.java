package dev.fanlight.agent.config;

/**
 * The largest picture that is made of what a source gives. Immutable.
 *
 * @param width pixels
 * @param height pixels
 * @param fps pictures a second
 */
public record FrameLimits(int width, int height, int fps) {}
