/** Posts events to servers that the owner names, signed, and again when that failed. */
@NullMarked
package dev.fanlight.relay.webhook;

import org.jspecify.annotations.NullMarked;
