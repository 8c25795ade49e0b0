/** A stream as MPEG-TS, made by a child, for whatever transport carries it. Knows no transport. */
@NullMarked
package dev.fanlight.relay.gateway.ts;

import org.jspecify.annotations.NullMarked;
