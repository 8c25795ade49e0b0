package dev.fanlight.relay.gateway;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;

/** A kind of gateway that settings can name: {@code gateways.<name>.type}. */
public interface GatewayKind {

    /** The word in the settings, in lower case. */
    String type();

    /** What can be set for each gateway of this kind, with the part of the key behind the name; without {@code type}. */
    List<Setting<?>> settings();

    /**
     * A gateway with these settings.
     *
     * @param name the name that the owner gave it
     */
    GatewayFactory configured(String name, Settings settings);
}
