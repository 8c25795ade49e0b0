package dev.fanlight.relay.config;

import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What others than the owner may grant. Immutable.
 *
 * @param camerasMayShare what the links allow that people at a camera make with its agent; empty when they make none
 * @param names what people at a camera learn of who watches it
 * @param frameAncestors origins of other sites that may show cameras in frames of their pages
 */
public record AccessConfig(Optional<ChatRole> camerasMayShare, LearnedNames names, List<String> frameAncestors) {

    /** {@code access.cameras_may_share}. */
    public static final Setting<CameraLinks> CAMERAS_MAY_SHARE = new Setting<>(
            "access.cameras_may_share",
            "watch",
            ValueParser.oneOf(CameraLinks.class),
            "What the links to a camera allow that \"fanlight-agent share\" makes at that camera, each for 24 hours: watch, chat"
                    + " (includes watch) or off (it makes none). The owner sees and revokes them like any other.");

    /** {@code access.cameras_learn_names}. */
    public static final Setting<LearnedNames> CAMERAS_LEARN_NAMES = new Setting<>(
            "access.cameras_learn_names",
            "chat",
            ValueParser.oneOf(LearnedNames.class),
            "What the people at a camera learn of who watches it, besides how many: chat (the names that viewers have chosen in the chat,"
                    + " and whether they have a link), labels (also what the owner calls their links) or off. Viewers read in the chat"
                    + " that their names are shown at the camera.");

    /** {@code access.frame_ancestors}. */
    public static final Setting<List<String>> FRAME_ANCESTORS = new Setting<>(
            "access.frame_ancestors",
            "",
            text -> ValueParser.list().parse(text).stream()
                    .map(AccessConfig::origin)
                    .toList(),
            "Other sites that may show /embed/CAMERA in a frame of their pages, like https://www.example.org, with commas between.");

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(CAMERAS_MAY_SHARE, CAMERAS_LEARN_NAMES, FRAME_ANCESTORS);

    /** The values of {@link #CAMERAS_MAY_SHARE}. */
    public enum CameraLinks {
        /** None are made. */
        OFF,
        /** They let people watch. */
        WATCH,
        /** They let people watch and chat. */
        CHAT
    }

    /** The values of {@link #CAMERAS_LEARN_NAMES}. */
    public enum LearnedNames {
        /** How many watch, and nothing of who. */
        OFF,
        /** What everyone in the chat can read. */
        CHAT,
        /** That, and the labels of links, which only the owner reads otherwise. */
        LABELS
    }

    /** Copies the list. */
    public AccessConfig {
        frameAncestors = List.copyOf(frameAncestors);
    }

    /** Reads it from settings. */
    public static AccessConfig of(Settings settings) {
        return new AccessConfig(
                switch (settings.get(CAMERAS_MAY_SHARE)) {
                    case OFF -> Optional.empty();
                    case WATCH -> Optional.of(ChatRole.WATCHER);
                    case CHAT -> Optional.of(ChatRole.CHATTER);
                },
                settings.get(CAMERAS_LEARN_NAMES),
                settings.get(FRAME_ANCESTORS));
    }

    private static String origin(String text) {
        if (!ORIGIN.matcher(text).matches()) {
            throw new IllegalArgumentException("an origin, like https://www.example.org");
        }
        return text;
    }
}
