package dev.fanlight.agent.config.file;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.NamedCameras;
import dev.fanlight.protocol.codec.json.JsonText;
import dev.fanlight.settings.RepeatedSection;
import dev.fanlight.settings.Setting;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings file as JSON Schema (draft 2020-12), for editors that complete and check YAML. Stateless. */
public final class SettingsJsonSchema {

    private static final String NAME = "^" + RepeatedSection.NAME_FORM + "$";

    private SettingsJsonSchema() {}

    /** Keys below each other, as in a file. */
    private record Node(Map<String, Node> children, Optional<Setting<?>> setting) {

        static Node folder() {
            return new Node(new LinkedHashMap<>(), Optional.empty());
        }

        void put(List<String> path, Setting<?> setting) {
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

    /** The schema, with line ends. */
    public static String text() {
        Node root = Node.folder();
        AgentSettings.all().forEach(setting -> root.put(path(setting), setting));
        Node camera = Node.folder();
        NamedCameras.SECTION.settings().forEach(setting -> camera.put(path(setting), setting));
        return JsonText.of(json -> {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.writeStringField("title", "Settings of the Fanlight agent");
            json.writeStringField("type", "object");
            json.writeBooleanField("additionalProperties", false);
            json.writeObjectFieldStart("properties");
            properties(root, json);
            cameras(camera, json);
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static List<String> path(Setting<?> setting) {
        return List.of(setting.key().split("\\.", -1));
    }

    private static void properties(Node node, JsonGenerator json) throws IOException {
        for (Map.Entry<String, Node> child : node.children().entrySet()) {
            json.writeObjectFieldStart(child.getKey());
            if (child.getValue().setting().isPresent()) {
                value(child.getValue().setting().get(), json);
            } else {
                object(child.getValue(), json);
            }
            json.writeEndObject();
        }
    }

    private static void object(Node node, JsonGenerator json) throws IOException {
        json.writeStringField("type", "object");
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        properties(node, json);
        json.writeEndObject();
    }

    private static void cameras(Node camera, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("cameras");
        json.writeStringField("type", "object");
        json.writeNumberField("maxProperties", NamedCameras.MAX);
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("patternProperties");
        json.writeObjectFieldStart(NAME);
        object(camera, json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** A value is a text, a number or a truth value in YAML; what it must be is said as the program says it. */
    private static void value(Setting<?> setting, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("type");
        json.writeString("string");
        json.writeString("integer");
        json.writeString("boolean");
        json.writeEndArray();
        json.writeStringField("description", setting.meaning());
        json.writeStringField("default", setting.defaultText());
        words(setting, json);
    }

    private static void words(Setting<?> setting, JsonGenerator json) throws IOException {
        List<String> words = SettingChoices.of(setting);
        if (words.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("enum");
        for (String word : words) {
            if (word.equals("true") || word.equals("false")) {
                json.writeBoolean(Boolean.parseBoolean(word));
            } else {
                json.writeString(word);
            }
        }
        json.writeEndArray();
    }
}
