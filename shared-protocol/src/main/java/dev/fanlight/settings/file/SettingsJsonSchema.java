package dev.fanlight.settings.file;

import dev.fanlight.protocol.codec.json.JsonText;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.settings.RepeatedSection;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.SettingsSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings file as JSON Schema (draft 2020-12), for editors that complete and check YAML. Stateless. */
public final class SettingsJsonSchema {

    private static final String NAME = "^" + RepeatedSection.NAME_FORM + "$";
    private static final List<String> TYPES = List.of("string", "integer", "boolean");
    private static final List<String> TRUTHS = List.of("true", "false");

    private SettingsJsonSchema() {}

    /** Keys below each other, as in a file. */
    private record Node(Map<String, Node> children, Optional<Setting<?>> setting) {

        static Node of(List<Setting<?>> settings) {
            Node root = folder();
            settings.forEach(setting -> root.put(List.of(setting.key().split("\\.", -1)), setting));
            return root;
        }

        private static Node folder() {
            return new Node(new LinkedHashMap<>(), Optional.empty());
        }

        private void put(List<String> path, Setting<?> setting) {
            Node below = children.get(path.get(0));
            boolean taken = below != null && below.setting.isPresent();
            if (path.size() == 1 || taken) {
                // A key below a value, such as encode and encode.preset, is written with its dot.
                children.put(String.join(".", path), new Node(Map.of(), Optional.of(setting)));
            } else {
                children.computeIfAbsent(path.get(0), name -> folder()).put(path.subList(1, path.size()), setting);
            }
        }
    }

    /** The schema of a file with these settings, with line ends; {@code program} is what people type to start it. */
    public static String text(String program, SettingsSchema schema) {
        return JsonText.pretty(json -> {
            json.text("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.text("title", "Settings of " + program);
            json.text("type", "object");
            json.truth("additionalProperties", false);
            json.object("properties", () -> {
                properties(Node.of(schema.settings()), json);
                schema.sections().forEach(section -> named(section, json));
            });
        });
    }

    private static void properties(Node node, MemberWriter json) {
        node.children()
                .forEach((name, child) -> json.object(
                        name,
                        () -> child.setting()
                                .ifPresentOrElse(setting -> value(setting, json), () -> object(child, json))));
    }

    private static void object(Node node, MemberWriter json) {
        json.text("type", "object");
        json.truth("additionalProperties", false);
        json.object("properties", () -> properties(node, json));
    }

    private static void named(RepeatedSection section, MemberWriter json) {
        json.object(section.prefix(), () -> {
            json.text("type", "object");
            json.number("maxProperties", section.max());
            json.truth("additionalProperties", false);
            json.object("patternProperties", () -> json.object(NAME, () -> object(Node.of(section.settings()), json)));
        });
    }

    /** A value is a text, a number or a truth value in YAML; what it must be is said as the program says it. */
    private static void value(Setting<?> setting, MemberWriter json) {
        json.strings("type", TYPES);
        json.text("description", setting.meaning());
        json.text("default", setting.defaultText());
        List<String> words = SettingChoices.of(setting);
        if (words.equals(TRUTHS)) {
            json.truths("enum", List.of(true, false));
        } else {
            json.strings("enum", words);
        }
    }
}
