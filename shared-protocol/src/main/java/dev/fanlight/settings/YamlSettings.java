package dev.fanlight.settings;

import dev.fanlight.settings.SettingsReader.Given;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a YAML 1.2 file into dotted keys, each with the line it stands in. Nodes only: no object is ever built from a tag. */
final class YamlSettings {

    private static final long MAX_FILE_BYTES = 256 * 1024;

    private YamlSettings() {}

    static Map<String, Given> read(Path file, List<String> problems) {
        Map<String, Given> values = new LinkedHashMap<>();
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                problems.add(file + " is larger than 256 KiB: this is no settings file.");
                return values;
            }
            LoadSettings limits = LoadSettings.builder()
                    .setLabel(file.toString())
                    .setCodePointLimit((int) MAX_FILE_BYTES)
                    .setMaxAliasesForCollections(0)
                    .build();
            new Compose(limits)
                    .composeString(Files.readString(file))
                    .ifPresent(root -> flatten(file, "", root, values, problems));
        } catch (IOException e) {
            problems.add("The settings file " + file + " cannot be read.");
        } catch (YamlEngineException e) {
            problems.add(file + " is not YAML: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".");
        }
        return values;
    }

    private static void flatten(Path file, String key, Node node, Map<String, Given> values, List<String> problems) {
        String origin = origin(file, node);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode name) {
                    String path = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
                    flatten(file, path, entry.getValueNode(), values, problems);
                }
            }
        } else if (node instanceof SequenceNode sequence && !key.isEmpty()) {
            values.put(key, new Given(joined(sequence), origin));
        } else if (node instanceof ScalarNode scalar && !key.isEmpty()) {
            values.put(key, new Given(scalar.getValue(), origin));
        } else {
            problems.add(origin + "a settings file holds keys and values.");
        }
    }

    private static String joined(SequenceNode sequence) {
        List<String> words = sequence.getValue().stream()
                .map(element -> element instanceof ScalarNode scalar ? scalar.getValue() : "")
                .toList();
        return String.join(",", words);
    }

    private static String origin(Path file, Node node) {
        return node.getStartMark()
                .map(mark -> file + " line " + (mark.getLine() + 1) + ": ")
                .orElse(file + ": ");
    }
}
