package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.List;

/**
 * Notifications to browsers of the owner. Immutable.
 *
 * @param networks private networks in which push services may be
 */
public record PushConfig(List<Subnet> networks) {

    /** {@code web_push.networks}. */
    public static final Setting<List<Subnet>> NETWORKS = new Setting<>(
            "web_push.networks",
            "",
            text -> Subnet.parseAll(ValueParser.list().parse(text)),
            "Private networks in which push services of browsers may be, with commas between; without them one with a private address is refused.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(NETWORKS);

    /** Copies the list. */
    public PushConfig {
        networks = List.copyOf(networks);
    }

    /** Reads it from settings. */
    public static PushConfig of(Settings settings) {
        return new PushConfig(settings.get(NETWORKS));
    }
}
