package dev.fanlight.relay.gateway;

import dev.fanlight.cli.DidYouMean;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.settings.RepeatedSection;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The kinds of gateway that a relay knows, and their part of the settings: {@code gateways.<name>.*}. Immutable. */
public final class GatewayKinds {

    private static final String PREFIX = "gateways";
    private static final int MAX_GATEWAYS = 32;

    private final List<GatewayKind> kinds;
    private final Setting<String> type;
    private final RepeatedSection section;

    /** Knows {@code kinds}. Kinds with a key in common must mean the same setting. */
    public GatewayKinds(List<GatewayKind> kinds) {
        this.kinds = List.copyOf(kinds);
        this.type = new Setting<>(
                "type",
                "",
                this::known,
                "Kind of gateway: " + words() + ". Needed only where the name is another word.");
        List<Setting<?>> settings = new ArrayList<>(List.of(type));
        kinds.forEach(kind -> settings.addAll(kind.settings()));
        this.section = new RepeatedSection(
                PREFIX, MAX_GATEWAYS, settings.stream().distinct().toList());
    }

    /** What settings may hold, to be added to the relay’s schema; nothing when no kind is known. */
    public List<RepeatedSection> sections() {
        return kinds.isEmpty() ? List.of() : List.of(section);
    }

    /** The gateways that the settings name, in their order. */
    public List<GatewayFactory> configured(Settings settings) {
        List<GatewayFactory> factories = new ArrayList<>();
        settings.all(section).forEach((name, values) -> {
            GatewayKind kind = kind(name, values.get(type));
            expectOnly(name, kind, values.given());
            factories.add(kind.configured(name, values));
        });
        return List.copyOf(factories);
    }

    /** All kinds have one section in common, which lets through what only others have. */
    private void expectOnly(String name, GatewayKind kind, Set<String> given) {
        List<String> known = kind.settings().stream().map(Setting::key).toList();
        given.stream()
                .filter(key -> !key.equals(type.key()) && !known.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    String has = known.isEmpty() ? "nothing to set" : "only " + String.join(", ", known);
                    throw new UserException(
                            ExitCode.SETTINGS,
                            "\"" + PREFIX + "." + name + "." + key + "\" is not a setting of a gateway of the kind "
                                    + kind.type() + ", which has " + has + ".");
                });
    }

    private GatewayKind kind(String word) {
        return kinds.stream()
                .filter(kind -> kind.type().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of " + words()
                        + DidYouMean.nearest(word, types())
                                .map(near -> " (did you mean \"" + near + "\"?)")
                                .orElse("")));
    }

    /** The kind that is set, else the one that is called like the gateway, else the only one. */
    private GatewayKind kind(String name, String set) {
        if (set.isEmpty() && kinds.size() == 1) {
            return kinds.get(0);
        }
        if (!set.isEmpty() || types().contains(name)) {
            return kind(set.isEmpty() ? name : set);
        }
        throw new UserException(
                ExitCode.SETTINGS,
                "\"" + PREFIX + "." + name + ".type\" is missing: it must be one of " + words() + ".");
    }

    private String known(String text) {
        return text.isEmpty() ? text : kind(text).type();
    }

    private String words() {
        return String.join(", ", types());
    }

    private List<String> types() {
        return kinds.stream().map(GatewayKind::type).toList();
    }
}
