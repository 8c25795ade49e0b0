/** The load generator: measures how many viewers a relay holds, with a synthetic camera and synthetic viewers. */
@NullMarked
package dev.fanlight.relay.bench;

import org.jspecify.annotations.NullMarked;
