package dev.fanlight.relay.webrtc.sending;

/**
 * An encrypted packet. Nobody writes to its bytes.
 *
 * @param bytes with unused ones at the end
 * @param length how many are sent
 */
public record OutgoingPacket(byte[] bytes, int length) {}
