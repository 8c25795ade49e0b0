package dev.fanlight.relay.config;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.event.EventType;
import dev.fanlight.settings.RepeatedSection;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where events are sent to. Immutable.
 *
 * @param name that the owner gave it
 * @param url where to; what comes after its host may be a secret
 * @param secret signs what is sent
 * @param events which are sent
 * @param networks private networks in which the server may be
 */
public record WebhookConfig(String name, URI url, String secret, Set<EventType> events, List<Subnet> networks) {

    private static final String PREFIX = "webhooks";
    private static final int MAX_WEBHOOKS = 16;
    private static final int MIN_SECRET = 16;
    private static final String ADDRESS = "an address like https://example.org/hook, without a user name";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** {@code url}. */
    static final Setting<Optional<URI>> URL = new Setting<>(
            "url",
            "",
            WebhookConfig::address,
            "Address that events are posted to, https://, or http:// to a server in networks. Its path may be a secret, as that of Home Assistant is.",
            true);

    /** {@code secret}. */
    static final Setting<String> SECRET = Setting.secret(
            "secret",
            "Secret of 16 characters or more that each event is signed with; whsec_ and base64, or any text.");

    /** {@code events}. */
    static final Setting<Set<EventType>> EVENTS = new Setting<>(
            "events",
            "",
            WebhookConfig::types,
            "Which events are posted, with commas between: " + words() + "; all when it is empty.");

    /** {@code networks}. */
    static final Setting<List<Subnet>> NETWORKS = new Setting<>(
            "networks",
            "",
            text -> Subnet.parseAll(ValueParser.list().parse(text)),
            "Private networks in which the server may be, like 192.168.1.0/24, with commas between; without them one with a private address,"
                    + " or on this computer, is refused.");

    /** {@code webhooks.<name>.*}. */
    public static final RepeatedSection SECTION =
            new RepeatedSection(PREFIX, MAX_WEBHOOKS, List.of(URL, SECRET, EVENTS, NETWORKS));

    /** Copies the lists. */
    public WebhookConfig {
        events = Set.copyOf(events);
        networks = List.copyOf(networks);
    }

    /** Those that the settings name, in their order. */
    static List<WebhookConfig> all(Settings settings) {
        List<WebhookConfig> all = new ArrayList<>();
        settings.all(SECTION).forEach((name, values) -> all.add(of(name, values)));
        return List.copyOf(all);
    }

    private static WebhookConfig of(String name, Settings values) {
        URI url = values.get(URL).orElseThrow(() -> wrong(name, "url", "is missing."));
        String secret = values.get(SECRET);
        if (secret.length() < MIN_SECRET) {
            throw wrong(name, "secret", "must have " + MIN_SECRET + " characters or more.");
        }
        WebhookConfig config = new WebhookConfig(name, url, secret, values.get(EVENTS), values.get(NETWORKS));
        if (!config.isSecure() && config.networks().isEmpty()) {
            throw wrong(name, "url", "must begin with https:// unless the server is in one of the networks.");
        }
        return config;
    }

    /** Whether what is sent is encrypted. */
    public boolean isSecure() {
        return url.getScheme().equals("https");
    }

    /** Name or address of the server. */
    public String host() {
        return url.getHost().replaceAll("[\\[\\]]", "");
    }

    /** Port of the server, 1–65535. */
    public int port() {
        return url.getPort() > 0 ? url.getPort() : isSecure() ? HTTPS_PORT : HTTP_PORT;
    }

    /** The address without what may be a secret. */
    public String site() {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "the webhook " + name + " to " + site();
    }

    private static Optional<URI> address(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean known = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (known && uri.getHost() != null && uri.getUserInfo() == null && uri.getRawFragment() == null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(ADDRESS, e);
        }
        throw new IllegalArgumentException(ADDRESS);
    }

    private static Set<EventType> types(String text) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        for (String word : ValueParser.list().parse(text)) {
            types.add(EventType.of(word).orElseThrow(() -> new IllegalArgumentException("words of " + words())));
        }
        return types.isEmpty() ? EnumSet.allOf(EventType.class) : types;
    }

    private static String words() {
        return Arrays.stream(EventType.values())
                .filter(type -> type != EventType.TEST)
                .map(EventType::word)
                .collect(Collectors.joining(", "));
    }

    private static UserException wrong(String name, String key, String what) {
        return new UserException(ExitCode.SETTINGS, "\"" + PREFIX + "." + name + "." + key + "\" " + what);
    }
}
