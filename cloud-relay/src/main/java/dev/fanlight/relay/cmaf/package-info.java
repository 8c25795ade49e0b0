/** Fragments of MP4 made of access units, for HLS and for recordings. */
@NullMarked
package dev.fanlight.relay.cmaf;

import org.jspecify.annotations.NullMarked;
