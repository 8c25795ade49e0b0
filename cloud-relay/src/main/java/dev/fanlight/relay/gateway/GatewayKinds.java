package dev.fanlight.relay.gateway;

import dev.fanlight.cli.DidYouMean;
import dev.fanlight.settings.RepeatedSection;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/** The kinds of gateway that a relay knows, and their part of the settings: {@code gateways.<name>.*}. Immutable. */
public final class GatewayKinds {

    private static final String PREFIX = "gateways";
    private static final int MAX_GATEWAYS = 32;

    private final List<GatewayKind> kinds;
    private final Setting<String> type;
    private final RepeatedSection section;

    /** Knows {@code kinds}, of which the first is the default. Kinds with a key in common must mean the same setting. */
    public GatewayKinds(List<GatewayKind> kinds) {
        this.kinds = List.copyOf(kinds);
        this.type = new Setting<>(
                "type", kinds.isEmpty() ? "" : kinds.get(0).type(), this::known, "Kind of gateway: " + words() + ".");
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
        settings.all(section)
                .forEach((name, values) -> factories.add(kind(values.get(type)).configured(name, values)));
        return List.copyOf(factories);
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

    private String known(String text) {
        return kind(text).type();
    }

    private String words() {
        return String.join(", ", types());
    }

    private List<String> types() {
        return kinds.stream().map(GatewayKind::type).toList();
    }
}
