package dev.fanlight.agent.media;

/**
 * One encoded picture. Immutable; {@code payload} is handed on, not copied, and must not be written to.
 *
 * @param payload NAL units behind u32 lengths (AVCC), slices only
 * @param key whether decoding can start here (IDR)
 * @param disposable whether nothing refers to it
 * @param captureMicros decoding time on the agent’s media clock, µs
 * @param offsetMicros presentation − decoding time, µs; 0 where pictures are not reordered
 */
public record AccessUnit(byte[] payload, boolean key, boolean disposable, long captureMicros, int offsetMicros) {}
