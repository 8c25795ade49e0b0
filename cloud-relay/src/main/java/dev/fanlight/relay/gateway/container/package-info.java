/** Containers that publishers send by HTTPS or, where the owner permits it, by TCP: read here, or by FFmpeg in a child process. */
@NullMarked
package dev.fanlight.relay.gateway.container;

import org.jspecify.annotations.NullMarked;
