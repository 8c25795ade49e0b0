package dev.fanlight.relay.gateway;

/** Makes one gateway for a relay that starts. It holds the gateway’s settings as a record of its own. */
@FunctionalInterface
public interface GatewayFactory {

    /**
     * Makes the gateway, which the relay then starts before it listens and stops with all others. On the starting thread; must not block.
     *
     * @param context what the relay gives it
     */
    Gateway create(GatewayContext context);
}
