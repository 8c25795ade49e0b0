/**
 * WebM and Matroska as live encoders write them (RFC 9559): element by element as they arrive, of unknown sizes, without an index. Knows bytes, no
 * sockets.
 */
@NullMarked
package dev.fanlight.media.webm;

import org.jspecify.annotations.NullMarked;
