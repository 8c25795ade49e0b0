package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentVersion;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.uplink.EventLoop;
import dev.fanlight.agent.uplink.Joining;
import dev.fanlight.agent.uplink.UplinkException;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.JoinLink;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent join LINK}: trades a one-time code for a registration of this device’s key. */
@Command(name = "join", description = "Pair this computer with a relay.", mixinStandardHelpOptions = true)
final class JoinCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Parameters(paramLabel = "LINK", description = "What \"fanlight-relay camera invite NAME\" printed, in quotes.")
    private String link = "";

    @Option(names = "--force", description = "Forget the relay that was joined before.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        JoinLink joinLink = parse(link);
        Duration limit = program.options().settings(System.getenv(), Map.of()).get(AgentSettings.CONNECT_TIMEOUT);
        IdentityStore store = new IdentityStore(program.options().state(System.getenv()));
        checkNotJoined(store);
        Logs.quiet(program.options().verbose());
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        DeviceIdentity identity = join(joinLink, key, limit);
        store.save(identity);
        tell(identity, store);
        return ExitCode.OK;
    }

    private void checkNotJoined(IdentityStore store) {
        Optional<DeviceIdentity> before = force ? Optional.empty() : store.load();
        before.ifPresent(identity -> {
            throw new UserException(
                    ExitCode.NOT_ALLOWED,
                    "This computer has already joined " + identity.relay() + " as \"" + identity.camera()
                            + "\". Stream with: fanlight-agent run   Or join anew with: fanlight-agent join --force LINK");
        });
    }

    private void tell(DeviceIdentity identity, IdentityStore store) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("✓ " + identity.relay().getAuthority() + " answers, and it is the relay of the link");
        out.println("✓ joined as \"" + identity.camera() + "\": the key was made here and stays in " + store.folder());
        out.println();
        out.println("  Stream now:  fanlight-agent run");
        out.flush();
    }

    private static JoinLink parse(String text) {
        try {
            return JoinLink.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UserException(ExitCode.USAGE, e.getMessage() + ".", e);
        }
    }

    private static DeviceIdentity join(JoinLink link, DeviceKey key, Duration limit) throws InterruptedException {
        try (EventLoop loop = new EventLoop()) {
            return Joining.join(loop, link, key, AgentVersion.text(), limit);
        } catch (UplinkException e) {
            throw asUserException(e);
        }
    }

    private static UserException asUserException(UplinkException uplink) {
        int code = switch (uplink.problem()) {
            case WRONG_PIN -> ExitCode.WRONG_RELAY;
            case CERTIFICATE, REFUSED -> ExitCode.NOT_ALLOWED;
            case UNREACHABLE, NOT_A_RELAY -> ExitCode.UNREACHABLE;
        };
        return new UserException(code, String.valueOf(uplink.getMessage()), uplink);
    }
}
