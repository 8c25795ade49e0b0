/** What answers which path: pages, the API, sockets and the paths of gateways. */
@NullMarked
package dev.fanlight.relay.http.route;

import org.jspecify.annotations.NullMarked;
