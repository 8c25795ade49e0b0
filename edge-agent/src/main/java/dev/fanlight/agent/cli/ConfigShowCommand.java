package dev.fanlight.agent.cli;

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

/** {@code fanlight-agent config show}. */
@Command(
        name = "show",
        description = "Print every setting with its value and where that comes from.",
        mixinStandardHelpOptions = true)
final class ConfigShowCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ConfigCommand group;

    @Option(names = "--changed", description = "Only those that are not the default.")
    private boolean changed;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<EffectiveSetting> shown = group.options().reader(System.getenv()).effective().stream()
                .filter(setting -> !changed || !setting.isDefault())
                .toList();
        int width =
                shown.stream().mapToInt(setting -> setting.key().length()).max().orElse(0);
        shown.forEach(setting -> out.println(line(setting, width)));
        out.flush();
        return ExitCode.OK;
    }

    private static String line(EffectiveSetting setting, int width) {
        String key = setting.key() + " ".repeat(width - setting.key().length());
        String value = String.format("%-16s", setting.text());
        return key + "  " + value + "  (" + setting.origin() + ")";
    }
}
