package dev.fanlight.agent.cli;

import dev.fanlight.log.LogForm;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent}: the program with its commands. Main thread. */
@Command(
        name = "fanlight-agent",
        description = "Streams a camera to a Fanlight relay.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        subcommands = {
            SetupCommand.class,
            RunCommand.class,
            JoinCommand.class,
            LeaveCommand.class,
            CamerasCommand.class,
            PtzCommand.class,
            PreviewCommand.class,
            StatusCommand.class,
            ShareCommand.class,
            SayCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            ConfigCommand.class,
            ServiceCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            VersionCommand.class,
            GenerateCompletion.class
        })
public final class AgentCommand implements Runnable {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--log",
            paramLabel = "text|json",
            description = "Form of the log of run, which has the same option; that one counts. Default: text")
    private LogForm log = LogForm.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Created by the program’s entry. */
    public AgentCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing, such as run, join or status");
    }

    /** How run logs, unless it has an option of its own. */
    LogForm log() {
        return log;
    }

    CommonOptions options() {
        return options;
    }
}
