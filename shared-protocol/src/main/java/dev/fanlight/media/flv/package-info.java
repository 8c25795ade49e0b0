/**
 * FLV: the form of media in RTMP, in HTTP-FLV and in FLV files, whose tag bodies are the same. Legacy (Adobe's Video File Format
 * Specification 10.1) and enhanced (E-RTMP v2). Knows bytes, no sockets.
 */
@NullMarked
package dev.fanlight.media.flv;

import org.jspecify.annotations.NullMarked;
