package dev.fanlight.settings.file;

import dev.fanlight.settings.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A settings file with every key, its meaning and its default. Stateless. */
public final class SettingsTemplate {

    private static final int WIDTH = 100;

    private SettingsTemplate() {}

    /**
     * The file as text, for people to edit.
     *
     * @param program what people type to start it
     * @param settings those that occur once
     * @param example lines that end the file, as comments
     * @param place where it will be
     */
    public static String text(String program, List<Setting<?>> settings, List<String> example, Path place) {
        Map<String, List<Setting<?>>> sections = new LinkedHashMap<>();
        settings.forEach(setting -> sections.computeIfAbsent(section(setting), name -> new ArrayList<>())
                .add(setting));
        List<String> lines = new ArrayList<>();
        lines.add("# Settings of " + program + ". Every line is the default: change it, or delete it.");
        lines.add("# Check:    " + program + " config check " + place);
        lines.add(
                "# Meaning:  " + program + " config explain " + settings.get(0).key());
        sections.forEach((name, members) -> {
            lines.add("");
            lines.add(name + ":");
            members.forEach(setting -> add(setting, lines));
        });
        if (!example.isEmpty()) {
            lines.add("");
            example.forEach(line -> lines.add("# " + line));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String section(Setting<?> setting) {
        return setting.key().substring(0, setting.key().indexOf('.'));
    }

    private static void add(Setting<?> setting, List<String> lines) {
        for (String line : wrapped(setting.meaning())) {
            lines.add("  # " + line);
        }
        String name = setting.key().substring(setting.key().indexOf('.') + 1);
        lines.add("  " + name + ": " + scalar(setting.defaultText()));
    }

    private static String scalar(String text) {
        return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "''") + "'";
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() >= WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
