package dev.fanlight.house.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.cli.UserException;
import dev.fanlight.settings.RepeatedSection;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.settings.SettingsSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads every sample of settings that documents show with the program's own reader. A sample is a block of YAML; one that begins with
 * the name of another file, like {@code # compose.yaml}, is none. Stateless.
 */
public final class DocumentedSettings {

    private static final Pattern OTHER_FILE = Pattern.compile("# (?!relay\\.|agent\\.)\\S+\\.ya?ml.*");
    private static final Pattern TOP_LEVEL = Pattern.compile("^([a-z_]+):.*");
    private static final Pattern DISABLED = Pattern.compile("^(\\s*)# ?([a-z_]+:( .*)?)$");

    private DocumentedSettings() {}

    /**
     * Fails with each sample that the program would refuse, also with a line that is commented out.
     *
     * @param use what the program makes of the settings, with a {@link UserException} for those that do not fit together
     * @param folder for temporary files
     */
    public static void assertAccepted(SettingsSchema schema, Consumer<Settings> use, Path folder) throws IOException {
        Set<String> own = topLevel(schema);
        List<String> refused = new ArrayList<>();
        for (CodeBlock block : samples()) {
            if (topLevel(block).stream().anyMatch(own::contains)) {
                for (String variant : variants(block)) {
                    check(schema, use, block.where(), variant, folder).ifPresent(refused::add);
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    /** Fails with each sample that has settings neither of this program nor below the top level keys {@code others}. */
    public static void assertKnown(SettingsSchema schema, Set<String> others) {
        Set<String> own = topLevel(schema);
        assertThat(samples())
                .isNotEmpty()
                .allSatisfy(block -> assertThat(topLevel(block))
                        .as(block.where())
                        .isNotEmpty()
                        .allMatch(key -> own.contains(key) || others.contains(key)));
    }

    private static List<CodeBlock> samples() {
        return Documents.all().stream()
                .flatMap(document -> document.blocks().stream())
                .filter(block -> block.language().equals("yaml"))
                .filter(block -> !OTHER_FILE.matcher(block.lines().get(0)).matches())
                .toList();
    }

    private static Optional<String> check(
            SettingsSchema schema, Consumer<Settings> use, String where, String text, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("sample.yaml"), text);
        try {
            use.accept(new SettingsReader(schema).file(Optional.of(file)).read());
            return Optional.empty();
        } catch (UserException e) {
            return Optional.of(where + "\n    " + e.getMessage());
        }
    }

    /** The sample as it is, and with each line that is commented out. */
    private static List<String> variants(CodeBlock block) {
        List<String> variants = new ArrayList<>(List.of(block.text()));
        for (int i = 0; i < block.lines().size(); i++) {
            String line = block.lines().get(i);
            if (DISABLED.matcher(line).matches()) {
                List<String> lines = new ArrayList<>(block.lines());
                lines.set(i, DISABLED.matcher(line).replaceFirst("$1$2"));
                variants.add(String.join("\n", lines));
            }
        }
        return variants;
    }

    private static Set<String> topLevel(CodeBlock block) {
        return block.lines().stream()
                .map(TOP_LEVEL::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> topLevel(SettingsSchema schema) {
        return Stream.concat(
                        schema.settings().stream().map(Setting::key),
                        schema.sections().stream().map(RepeatedSection::prefix))
                .map(key -> key.replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
    }
}
