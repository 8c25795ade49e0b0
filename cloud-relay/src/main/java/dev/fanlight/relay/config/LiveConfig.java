package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The configuration in force: what {@link #KEYS} name follows the settings file while the relay runs. Thread safe. */
public final class LiveConfig {

    /** The settings that take effect without a restart, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(
            LimitConfig.VIEWERS,
            LimitConfig.CAMERAS,
            LimitConfig.SOCKETS_PER_ADDRESS,
            LimitConfig.CONNECTIONS_PER_ADDRESS,
            AccessConfig.CAMERAS_MAY_SHARE,
            ChatConfig.KEEP,
            ChatConfig.LINES,
            StoreConfig.AUDIT_KEEP);

    /** The keys of {@link #SETTINGS}. */
    public static final Set<String> KEYS = SETTINGS.stream().map(Setting::key).collect(Collectors.toUnmodifiableSet());

    private volatile RelayConfig current;

    /** Begins with what the relay was started with. */
    public LiveConfig(RelayConfig first) {
        this.current = first;
    }

    /** What is in force now. */
    public RelayConfig get() {
        return current;
    }

    /** Puts what {@link #SETTINGS} say in {@code next} in force; all else stays as it is. */
    public void follow(RelayConfig next) {
        current = next;
    }
}
