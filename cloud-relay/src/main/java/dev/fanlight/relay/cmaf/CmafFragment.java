package dev.fanlight.relay.cmaf;

/**
 * One fragment of MP4. Immutable; its bytes must not be written to.
 *
 * @param bytes the fragment
 * @param micros how long its video lasts
 * @param independent whether it begins with a key frame
 */
public record CmafFragment(byte[] bytes, long micros, boolean independent) {}
