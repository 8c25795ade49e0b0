/** Players’ sockets: from the link’s key to frames on the wire. */
@NullMarked
package dev.fanlight.relay.gateway.websocket;

import org.jspecify.annotations.NullMarked;
