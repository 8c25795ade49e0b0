package dev.fanlight.agent.cli;

import dev.fanlight.agent.control.ControlSocket;
import dev.fanlight.cli.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent say}. */
@Command(
        name = "say",
        description = "Write a line in the chat of the camera, under its name. Needs a running agent.",
        mixinStandardHelpOptions = true)
final class SayCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Parameters(paramLabel = "TEXT", arity = "1..*", description = "What is said: at most 500 characters.")
    private List<String> words = List.of();

    @Mixin
    private CameraOption option = new CameraOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        String text = String.join(" ", words);
        if (text.isBlank()) {
            throw new ParameterException(spec.commandLine(), "There is nothing to say: TEXT is empty");
        }
        new ControlSocket(program.options().state(System.getenv())).say(option.camera(), text);
        spec.commandLine().getOut().println("✓ said");
        return ExitCode.OK;
    }
}
