/** What a gateway is given, and how it is named in the settings. Each gateway is a package of its own below this one. */
@NullMarked
package dev.fanlight.relay.gateway;

import org.jspecify.annotations.NullMarked;
