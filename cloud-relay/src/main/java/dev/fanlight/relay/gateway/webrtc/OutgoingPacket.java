package dev.fanlight.relay.gateway.webrtc;

/**
 * An encrypted packet. Nobody writes to its bytes.
 *
 * @param bytes with unused ones at the end
 * @param length how many are sent
 */
record OutgoingPacket(byte[] bytes, int length) {}
