/** Where one camera’s frames meet its viewers; knows neither sockets nor the event loop library. */
@NullMarked
package dev.fanlight.relay.fanout;

import org.jspecify.annotations.NullMarked;
