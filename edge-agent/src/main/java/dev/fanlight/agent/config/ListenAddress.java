package dev.fanlight.agent.config;

import dev.fanlight.settings.ValueParser;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server of the agent listens. Immutable.
 *
 * @param host address of this computer, {@code 0.0.0.0} for all
 * @param port 0 for any that is free
 */
public record ListenAddress(String host, int port) {

    /** Reads {@code HOST:PORT}; nothing for an empty text. */
    public static final ValueParser<Optional<ListenAddress>> PARSER = ListenAddress::optional;

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]):([0-9]{1,5})");
    private static final int MAX_PORT = 65_535;

    /**
     * Reads {@code HOST:PORT}.
     *
     * @throws IllegalArgumentException whose message continues “must be”
     */
    public static ListenAddress parse(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches() && Integer.parseInt(form.group(2)) <= MAX_PORT) {
            return new ListenAddress(form.group(1), Integer.parseInt(form.group(2)));
        }
        throw new IllegalArgumentException("an address and a port like 0.0.0.0:8770");
    }

    private static Optional<ListenAddress> optional(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + ", or empty", e);
        }
    }

    /** Whether it takes connections from every network. */
    public boolean isAnyHost() {
        return host.equals("0.0.0.0") || host.equals("[::]");
    }
}
