/**
 * H.264 made of streams in other codecs, for gateways whose players cannot take these: a stream of its own beside the camera’s, where the camera’s
 * owner allows it. Knows no gateway.
 */
@NullMarked
package dev.fanlight.relay.transcode;

import org.jspecify.annotations.NullMarked;
