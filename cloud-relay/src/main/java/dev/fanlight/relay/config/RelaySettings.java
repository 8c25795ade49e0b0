package dev.fanlight.relay.config;

import dev.fanlight.settings.RepeatedSection;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.SettingsSchema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting of the relay, gathered from the records that hold the values. */
public final class RelaySettings {

    /** The part of the keys in front of the name of a gateway: {@code gateways.<name>.<key>}. */
    public static final String GATEWAYS = "gateways";

    /** All that occur once, in the order of the documentation. */
    public static final List<Setting<?>> ALL = Stream.of(
                    ListenConfig.SETTINGS,
                    ProxyConfig.SETTINGS,
                    CertificateConfig.SETTINGS,
                    AcmeConfig.SETTINGS,
                    LimitConfig.SETTINGS,
                    ChatConfig.SETTINGS,
                    FanOutConfig.SETTINGS,
                    StoreConfig.SETTINGS)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    /** What this relay reads. */
    public static final SettingsSchema SCHEMA = SettingsSchema.of(ALL);

    private static final int MAX_GATEWAYS = 32;

    private RelaySettings() {}

    /** What a relay reads whose gateways have these settings, under a name each. */
    public static SettingsSchema withGateways(List<Setting<?>> settings) {
        return SCHEMA.with(List.of(gateways(settings)));
    }

    /** The section of gateways with these settings. */
    public static RepeatedSection gateways(List<Setting<?>> settings) {
        return new RepeatedSection(GATEWAYS, MAX_GATEWAYS, settings);
    }
}
