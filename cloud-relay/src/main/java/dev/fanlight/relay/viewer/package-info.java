/** Players’ sockets: from the link’s key to frames on the wire. */
@NullMarked
package dev.fanlight.relay.viewer;

import org.jspecify.annotations.NullMarked;
