package dev.fanlight.cli.config;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.settings.EffectiveSetting;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code config show}. */
@Command(
        name = "show",
        description = "Print every setting with its value and where that comes from.",
        mixinStandardHelpOptions = true)
public final class ConfigShowCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ConfiguredProgram program;

    @Option(names = "--changed", description = "Only those that are not the default.")
    private boolean changed;

    @Option(
            names = "--origin",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Say where each value comes from: a line of the file, a variable, an option or the default."
                    + " Default: yes")
    private boolean origin = true;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Created by picocli. */
    public ConfigShowCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<EffectiveSetting> shown = program.reader().effective().stream()
                .filter(setting -> !changed || !setting.isDefault())
                .toList();
        int width =
                shown.stream().mapToInt(setting -> setting.key().length()).max().orElse(0);
        shown.forEach(setting -> out.println(origin ? line(setting, width) : setting.key() + "=" + setting.text()));
        out.flush();
        return ExitCode.OK;
    }

    private static String line(EffectiveSetting setting, int width) {
        String key = setting.key() + " ".repeat(width - setting.key().length());
        String value = String.format("%-16s", setting.text());
        return key + "  " + value + "  (" + setting.origin() + ")";
    }
}
