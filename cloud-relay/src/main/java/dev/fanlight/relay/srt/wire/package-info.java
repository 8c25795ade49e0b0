/** What the relay and its process with libsrt say to each other through pipes. */
@NullMarked
package dev.fanlight.relay.srt.wire;

import org.jspecify.annotations.NullMarked;
