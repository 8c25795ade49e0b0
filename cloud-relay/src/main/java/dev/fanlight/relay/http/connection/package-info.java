/** Open connections: the address behind each, how many it has, and how long one may take. */
@NullMarked
package dev.fanlight.relay.http.connection;

import org.jspecify.annotations.NullMarked;
