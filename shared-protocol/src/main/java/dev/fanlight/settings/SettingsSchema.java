package dev.fanlight.settings;

import dev.fanlight.cli.DidYouMean;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every key that a program reads, and those it no longer reads. Immutable.
 *
 * @param settings settings that occur once
 * @param sections settings that occur once for each name
 * @param retired keys of earlier versions
 */
public record SettingsSchema(List<Setting<?>> settings, List<RepeatedSection> sections, List<RetiredSetting> retired) {

    /** Copies the lists; a key that occurs twice is a mistake of the program. */
    public SettingsSchema {
        settings = List.copyOf(settings);
        sections = List.copyOf(sections);
        retired = List.copyOf(retired);
        long distinct = settings.stream().map(Setting::key).distinct().count();
        if (distinct != settings.size()) {
            throw new IllegalArgumentException("two settings have the same key");
        }
    }

    /** A schema of settings that occur once. */
    public static SettingsSchema of(List<Setting<?>> settings) {
        return new SettingsSchema(settings, List.of(), List.of());
    }

    /** The same with more sections. */
    public SettingsSchema with(List<RepeatedSection> more) {
        return new SettingsSchema(
                settings, Stream.concat(sections.stream(), more.stream()).toList(), retired);
    }

    /** The setting that a key means, if there is one. */
    public Optional<Setting<?>> find(String key) {
        Optional<Setting<?>> single = settings.stream()
                .filter(setting -> setting.key().equals(key))
                .<Setting<?>>map(setting -> setting)
                .findFirst();
        return single.or(() -> section(key)
                .filter(section -> RepeatedSection.isName(section.nameIn(key)))
                .flatMap(section -> section.find(key)));
    }

    /** Why a key that means no setting is refused. */
    public String refusal(String key) {
        Optional<RetiredSetting> old =
                retired.stream().filter(entry -> entry.key().equals(key)).findFirst();
        if (old.isPresent()) {
            return old.get().sentence();
        }
        Optional<RepeatedSection> section = section(key);
        if (section.isPresent() && !RepeatedSection.isName(section.get().nameIn(key))) {
            return "\"" + section.get().nameIn(key) + "\" in \"" + key
                    + "\" must be a name of 1 to 32 lower-case letters, digits and hyphens between them.";
        }
        List<String> likely = likely(key);
        String meant = Synonyms.find(key, likely).orElse(key);
        return "\"" + key + "\" is not a setting." + DidYouMean.hint(meant, likely);
    }

    private List<String> likely(String key) {
        Stream<String> single = settings.stream().map(Setting::key);
        Stream<String> repeated = section(key).stream().flatMap(s -> s.keys(s.nameIn(key)).stream());
        return Stream.concat(single, repeated).toList();
    }

    private Optional<RepeatedSection> section(String key) {
        return sections.stream().filter(section -> section.contains(key)).findFirst();
    }
}
