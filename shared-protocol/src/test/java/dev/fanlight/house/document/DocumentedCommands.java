package dev.fanlight.house.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.cli.UserException;
import dev.fanlight.house.document.CommandLines.Found;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.settings.SettingsSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** Parses every command line of one program that documents show, and checks the settings that it gives. Stateless. */
public final class DocumentedCommands {

    private DocumentedCommands() {}

    /**
     * Fails with each command line that the program would refuse.
     *
     * @param use what the program makes of the settings, with a {@link UserException} for those that do not fit together
     */
    public static void assertAccepted(
            String program, Supplier<CommandLine> parser, SettingsSchema schema, Consumer<Settings> use) {
        List<Found> found = CommandLines.of(program, Documents.all());
        assertThat(found).isNotEmpty();
        List<String> refused = new ArrayList<>();
        for (Found line : found) {
            refusal(line, parser.get(), schema, use).ifPresent(reason -> refused.add(line + "\n    " + reason));
        }
        assertThat(refused).isEmpty();
    }

    private static Optional<String> refusal(
            Found line, CommandLine parser, SettingsSchema schema, Consumer<Settings> use) {
        try {
            parser.parseArgs(line.arguments().toArray(String[]::new));
            use.accept(new SettingsReader(schema)
                    .overrides(overrides(line.arguments()))
                    .read());
            return Optional.empty();
        } catch (MissingParameterException e) {
            return line.isWhole() ? Optional.of(String.valueOf(e.getMessage())) : Optional.empty();
        } catch (ParameterException | UserException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> overrides(List<String> arguments) {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (int i = 1; i < arguments.size(); i++) {
            if (arguments.get(i - 1).equals("--set")) {
                String[] pair = arguments.get(i).split("=", 2);
                overrides.put(pair[0], pair.length == 2 ? pair[1] : "");
            }
        }
        return overrides;
    }
}
