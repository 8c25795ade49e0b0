package dev.fanlight.agent.cli;

import dev.fanlight.agent.control.ControlSocket;
import dev.fanlight.agent.uplink.connection.WatchLink;
import dev.fanlight.cli.DurationText;
import dev.fanlight.cli.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent share}. */
@Command(
        name = "share",
        description = "Print a link to watch the camera, and its QR code. The relay's owner sees and revokes it."
                + " Needs a running agent.",
        mixinStandardHelpOptions = true)
final class ShareCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Option(
            names = "--qr",
            paramLabel = "SIZE",
            description = "auto (small on a terminal that is wide enough), small, large or off. Default: auto")
    private QrSize size = QrSize.AUTO;

    @Mixin
    private CameraOption option = new CameraOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        WatchLink link = new ControlSocket(program.options().state(System.getenv())).share(option.camera());
        PrintWriter out = spec.commandLine().getOut();
        out.println(link.url());
        boolean colours = spec.commandLine().getColorScheme().ansi().enabled();
        size.rows(link.url(), colours, System.getenv()).forEach(out::println);
        out.println("Anyone who has this link can watch, for " + DurationText.of(link.lifetime()) + ".");
        out.flush();
        return ExitCode.OK;
    }
}
