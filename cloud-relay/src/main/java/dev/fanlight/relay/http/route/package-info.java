/** Pages, health and the listeners that sockets come in through. */
@NullMarked
package dev.fanlight.relay.http.route;

import org.jspecify.annotations.NullMarked;
