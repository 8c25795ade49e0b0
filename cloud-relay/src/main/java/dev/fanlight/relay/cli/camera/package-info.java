/** Commands about cameras. */
@NullMarked
package dev.fanlight.relay.cli.camera;

import org.jspecify.annotations.NullMarked;
