/** The process with libsrt: the only place that calls it. Nothing of this is loaded into the relay. */
@NullMarked
package dev.fanlight.relay.srt.worker;

import org.jspecify.annotations.NullMarked;
