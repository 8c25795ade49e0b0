/** How many viewers this machine holds: a relay, a synthetic camera and synthetic viewers, measured together. */
@NullMarked
package dev.fanlight.relay.bench;

import org.jspecify.annotations.NullMarked;
