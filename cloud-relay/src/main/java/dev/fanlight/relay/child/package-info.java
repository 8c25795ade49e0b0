/** FFmpeg as supervised child processes that see their three pipes only: for containers and codecs that the relay itself does not read. */
@NullMarked
package dev.fanlight.relay.child;

import org.jspecify.annotations.NullMarked;
