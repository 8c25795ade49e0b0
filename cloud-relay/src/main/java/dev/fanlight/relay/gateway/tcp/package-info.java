/** What gateways share that listen on ports of their own: the ports, their connections, and players that read a stream at their own pace. */
@NullMarked
package dev.fanlight.relay.gateway.tcp;

import org.jspecify.annotations.NullMarked;
