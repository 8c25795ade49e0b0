/** Where one camera’s frames meet its viewers; knows neither sockets nor the event loop library. */
@NullMarked
package dev.fanlight.relay.hub;

import org.jspecify.annotations.NullMarked;
