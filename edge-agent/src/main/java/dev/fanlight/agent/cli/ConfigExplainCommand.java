package dev.fanlight.agent.cli;

import dev.fanlight.agent.config.file.SettingExplanation;
import dev.fanlight.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent config explain}. */
@Command(
        name = "explain",
        description = "Say what a setting means, what it may be, and how to set it.",
        mixinStandardHelpOptions = true)
final class ConfigExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "KEY", description = "Such as camera.fps, or cameras.NAME.fps.")
    private String key = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        SettingExplanation.lines(key).forEach(spec.commandLine().getOut()::println);
        return ExitCode.OK;
    }
}
