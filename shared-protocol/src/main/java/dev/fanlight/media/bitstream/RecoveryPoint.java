package dev.fanlight.media.bitstream;

/**
 * The recovery point SEI message (H.264 §D.2.8, H.265 §D.3.8). Immutable.
 *
 * @param count in H.264 frame_num increments, in H.265 picture order counts until the output is right; negative only in H.265
 * @param exact whether it is then exactly what it would have been, not only nearly
 * @param brokenLink whether pictures around here refer to others that were cut away
 */
public record RecoveryPoint(int count, boolean exact, boolean brokenLink) {}
