/** The relay as a service of systemd. */
@NullMarked
package dev.fanlight.relay.systemd;

import org.jspecify.annotations.NullMarked;
