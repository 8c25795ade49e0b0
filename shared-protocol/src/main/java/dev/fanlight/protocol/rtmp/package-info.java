/**
 * RTMP (Adobe, “Real Time Messaging Protocol Chunk Stream”, 1.0), the server's side: handshake, chunks, commands. Payloads of media
 * messages are the bodies of FLV tags. Knows bytes, no sockets.
 */
@NullMarked
package dev.fanlight.protocol.rtmp;

import org.jspecify.annotations.NullMarked;
