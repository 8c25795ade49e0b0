/** What a service says to systemd about itself (sd_notify(3)). */
@NullMarked
package dev.fanlight.systemd;

import org.jspecify.annotations.NullMarked;
