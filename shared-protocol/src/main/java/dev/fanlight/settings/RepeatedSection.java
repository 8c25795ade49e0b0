package dev.fanlight.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Settings that occur once for each name a person chooses: {@code cameras.front.fps}, {@code cameras.garden.fps}. In the environment,
 * {@code FANLIGHT_CAMERAS_FRONT_FPS}; a hyphen in the name is an underscore there, and of several keys that could be meant the longest is.
 * Immutable.
 *
 * @param prefix the first part of the keys, without a dot
 * @param max most names
 * @param settings the settings of each name, with the part of their key behind the name
 */
public record RepeatedSection(String prefix, int max, List<Setting<?>> settings) {

    /** What a name may be, a regular expression: 1–32 lower-case letters, digits, and hyphens between them. */
    public static final String NAME_FORM = "[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?";

    private static final Pattern NAME = Pattern.compile(NAME_FORM);

    /** Copies the list. */
    public RepeatedSection {
        settings = List.copyOf(settings);
    }

    /** The key of a setting under a name; {@code "<name>"} for the documentation. */
    public String key(String name, Setting<?> setting) {
        return prefix + "." + name + "." + setting.key();
    }

    /** Whether a key is one of this section’s, with a good name and a setting that exists or not. */
    boolean contains(String key) {
        return key.startsWith(prefix + ".") && key.indexOf('.', prefix.length() + 1) > 0;
    }

    /** The name in a key that {@link #contains} accepts. */
    String nameIn(String key) {
        return key.substring(prefix.length() + 1, key.indexOf('.', prefix.length() + 1));
    }

    /** Whether a text is of {@link #NAME_FORM}. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The setting that a key means, if there is one. */
    Optional<Setting<?>> find(String key) {
        String name = nameIn(key);
        return settings.stream()
                .filter(setting -> key(name, setting).equals(key))
                .<Setting<?>>map(setting -> setting)
                .findFirst();
    }

    List<String> keys(String name) {
        return settings.stream().map(setting -> key(name, setting)).toList();
    }

    boolean ownsVariable(String variable) {
        return variable.startsWith(Setting.environmentName(prefix) + "_");
    }

    /** The key that an environment variable of this section means, if there is one. */
    Optional<String> keyOf(String variable) {
        String rest = variable.substring(Setting.environmentName(prefix).length() + 1);
        return settings.stream()
                .map(setting -> Map.entry("_" + Setting.environmentPart(setting.key()), setting))
                .filter(entry -> rest.endsWith(entry.getKey())
                        && rest.length() > entry.getKey().length())
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .map(entry -> key(
                        name(rest.substring(0, rest.length() - entry.getKey().length())), entry.getValue()));
    }

    private static String name(String environmentPart) {
        return environmentPart.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
