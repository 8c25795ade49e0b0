package dev.fanlight.house.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.cli.UserException;
import dev.fanlight.house.document.CommandLines.Found;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.settings.SettingsSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** Parses every command line of one program that documents show, and checks the settings that it gives. Stateless. */
public final class DocumentedCommands {

    private DocumentedCommands() {}

    /** Fails with each command line that the program would refuse. */
    public static void assertAccepted(String program, Supplier<CommandLine> parser, SettingsSchema schema) {
        List<Found> found = CommandLines.of(program, Documents.all());
        assertThat(found).isNotEmpty();
        List<String> refused = new ArrayList<>();
        for (Found line : found) {
            refusal(line, parser.get(), schema).forEach(reason -> refused.add(line + "\n    " + reason));
        }
        assertThat(refused).isEmpty();
    }

    private static List<String> refusal(Found line, CommandLine parser, SettingsSchema schema) {
        try {
            parser.parseArgs(line.arguments().toArray(String[]::new));
        } catch (MissingParameterException e) {
            return line.isWhole() ? List.of(String.valueOf(e.getMessage())) : List.of();
        } catch (ParameterException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        return settings(line.arguments(), schema);
    }

    private static List<String> settings(List<String> arguments, SettingsSchema schema) {
        List<String> problems = new ArrayList<>();
        for (int i = 1; i < arguments.size(); i++) {
            if (arguments.get(i - 1).equals("--set")) {
                String[] pair = arguments.get(i).split("=", 2);
                try {
                    new SettingsReader(schema)
                            .overrides(Map.of(pair[0], pair.length == 2 ? pair[1] : ""))
                            .read();
                } catch (UserException e) {
                    problems.add(String.valueOf(e.getMessage()));
                }
            }
        }
        return problems;
    }
}
