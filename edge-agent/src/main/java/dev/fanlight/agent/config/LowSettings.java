package dev.fanlight.agent.config;

/**
 * The small rendition for viewers with slow connections. Immutable.
 *
 * @param enabled whether there is one
 * @param width pixels; the height follows from the aspect ratio
 * @param fps highest frame rate, frames a second
 * @param bitRate bits a second
 */
public record LowSettings(boolean enabled, int width, int fps, int bitRate) {}
