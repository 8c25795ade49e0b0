/** Commands about links. */
@NullMarked
package dev.fanlight.relay.cli.link;

import org.jspecify.annotations.NullMarked;
