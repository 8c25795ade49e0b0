/** What went wrong, collapsed so that a repeated failure costs one line. */
@NullMarked
package dev.fanlight.relay.log;

import org.jspecify.annotations.NullMarked;
