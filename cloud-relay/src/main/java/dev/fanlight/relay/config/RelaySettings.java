package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.SettingsSchema;
import java.util.List;
import java.util.stream.Stream;

/** Every setting of the relay, gathered from the records that hold the values. */
public final class RelaySettings {

    /** All that occur once, in the order of the documentation. */
    public static final List<Setting<?>> ALL = Stream.of(
                    ListenConfig.SETTINGS,
                    ProxyConfig.SETTINGS,
                    CertificateConfig.SETTINGS,
                    AcmeConfig.SETTINGS,
                    LimitConfig.SETTINGS,
                    AccessConfig.SETTINGS,
                    ChatConfig.SETTINGS,
                    FanOutConfig.SETTINGS,
                    FfmpegConfig.SETTINGS,
                    TranscodeConfig.SETTINGS,
                    RecordingConfig.SETTINGS,
                    StoreConfig.SETTINGS,
                    MonitoringConfig.SETTINGS,
                    ClusterConfig.SETTINGS,
                    PushConfig.SETTINGS)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    /** What a relay without further gateways reads. */
    public static final SettingsSchema SCHEMA = SettingsSchema.of(ALL).with(List.of(WebhookConfig.SECTION));

    private RelaySettings() {}
}
