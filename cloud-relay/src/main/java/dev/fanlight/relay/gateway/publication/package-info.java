/** Publishers that send a container, whichever transport brings it: admitted, read and published. Knows no transport. */
@NullMarked
package dev.fanlight.relay.gateway.publication;

import org.jspecify.annotations.NullMarked;
