/** Recordings: streams written to files of fragmented MP4, their index, and how long they are kept (ADR 40). */
@NullMarked
package dev.fanlight.relay.recording;

import org.jspecify.annotations.NullMarked;
