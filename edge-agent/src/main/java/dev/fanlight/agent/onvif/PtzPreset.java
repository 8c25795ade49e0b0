package dev.fanlight.agent.onvif;

/**
 * A position that a camera head remembers. Immutable.
 *
 * @param token names it in requests
 * @param name for people
 */
public record PtzPreset(String token, String name) {}
