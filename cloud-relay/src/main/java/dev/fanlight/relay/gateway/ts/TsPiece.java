package dev.fanlight.relay.gateway.ts;

import java.nio.ByteBuffer;

/**
 * Some packets of MPEG-TS. Immutable.
 *
 * @param begins whether a player can begin with the first one: the tables, then a key frame
 * @param packets one or more of 188 bytes
 */
public record TsPiece(boolean begins, ByteBuffer packets) {}
