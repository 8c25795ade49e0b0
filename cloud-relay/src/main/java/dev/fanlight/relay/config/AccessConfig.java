package dev.fanlight.relay.config;

import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.List;
import java.util.Optional;

/**
 * What others than the owner may grant. Immutable.
 *
 * @param camerasMayShare what the links allow that people at a camera make with its agent; empty when they make none
 * @param camerasLearnNames whether people at a camera learn who watches it
 */
public record AccessConfig(Optional<ChatRole> camerasMayShare, boolean camerasLearnNames) {

    /** {@code access.cameras_may_share}. */
    public static final Setting<CameraLinks> CAMERAS_MAY_SHARE = new Setting<>(
            "access.cameras_may_share",
            "watch",
            ValueParser.oneOf(CameraLinks.class),
            "What the links to a camera allow that \"fanlight-agent share\" makes at that camera, each for 24 hours: watch, chat"
                    + " (includes watch) or off (it makes none). The owner sees and revokes them like any other.");

    /** {@code access.cameras_learn_names}. */
    public static final Setting<Boolean> CAMERAS_LEARN_NAMES = new Setting<>(
            "access.cameras_learn_names",
            "true",
            ValueParser.BOOLEAN,
            "Whether the people at a camera learn who watches it, besides how many: the labels of the links, and the names that viewers"
                    + " have chosen in the chat. Viewers read on the page that it is so.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(CAMERAS_MAY_SHARE, CAMERAS_LEARN_NAMES);

    /** The values of {@link #CAMERAS_MAY_SHARE}. */
    public enum CameraLinks {
        /** None are made. */
        OFF,
        /** They let people watch. */
        WATCH,
        /** They let people watch and chat. */
        CHAT
    }

    /** Reads it from settings. */
    public static AccessConfig of(Settings settings) {
        return new AccessConfig(
                switch (settings.get(CAMERAS_MAY_SHARE)) {
                    case OFF -> Optional.empty();
                    case WATCH -> Optional.of(ChatRole.WATCHER);
                    case CHAT -> Optional.of(ChatRole.CHATTER);
                },
                settings.get(CAMERAS_LEARN_NAMES));
    }
}
