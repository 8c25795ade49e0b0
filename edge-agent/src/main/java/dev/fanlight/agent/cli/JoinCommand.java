package dev.fanlight.agent.cli;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.uplink.socket.RelayTrust;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.identity.RelayUrl;
import dev.fanlight.runtime.Sleeper;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent join}: by a link with a one-time code, or by asking the relay’s owner. */
@Command(name = "join", description = "Pair this computer with a relay.", mixinStandardHelpOptions = true)
final class JoinCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Parameters(
            paramLabel = "LINK",
            description = {
                "The link that \"fanlight-relay camera invite NAME\" printed, in quotes.",
                "Or only wss://HOST:PORT (or https://HOST): prints a code that the relay's owner enters in the browser to approve."
            })
    private String link = "";

    @Option(
            names = "--camera",
            paramLabel = "NAME",
            description = "Which camera joins, when the settings name several: NAME as in cameras.NAME.source.")
    private Optional<String> camera = Optional.empty();

    @Option(names = "--force", description = "Replace the identity of an earlier join.")
    private boolean force;

    @Option(
            names = "--pin",
            paramLabel = "PIN",
            description = "Without a link: the pin of the relay's certificate authority, from its owner.")
    private Optional<String> pin = Optional.empty();

    @Option(
            names = "--trust-on-first-use",
            description = "Without a link: trust the relay that answers now, and only it from then on.")
    private boolean firstUse;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        boolean byLink = link.contains("#");
        long answers = Stream.of(byLink, pin.isPresent(), firstUse)
                .filter(given -> given)
                .count();
        if (answers > 1) {
            throw new UserException(
                    ExitCode.USAGE, "Give one of these only: a join link, --pin or --trust-on-first-use.");
        }
        Duration limit = program.options().settings(System.getenv(), Map.of()).get(AgentSettings.CONNECT_TIMEOUT);
        Pairing pairing = new Pairing(spec.commandLine().getOut(), limit, AgentTimeouts.STANDARD, Sleeper.SYSTEM);
        return byLink ? byLink(pairing, Pairing.link(link)) : byApproval(pairing, relay(link), trust());
    }

    private int byLink(Pairing pairing, JoinLink joinLink) throws InterruptedException {
        IdentityStore store = prepare();
        AgentLock lock = lock();
        try (lock) {
            return keep(pairing.join(joinLink), store);
        }
    }

    private int byApproval(Pairing pairing, RelayUrl relay, RelayTrust trust) throws InterruptedException {
        IdentityStore store = prepare();
        AgentLock lock = lock();
        try (lock) {
            return keep(pairing.ask(relay, trust), store);
        }
    }

    /** An agent that runs must not lose the identity it runs with; one more camera does not concern it. */
    private AgentLock lock() {
        return camera.isPresent() && !force
                ? new AgentLock(Optional.empty())
                : AgentLock.of(program.options().state(System.getenv()));
    }

    private IdentityStore prepare() {
        IdentityStore store = IdentityChoice.of(program.options().state(System.getenv()), camera);
        if (!force) {
            Pairing.checkNotJoined(store);
        }
        store.checkSavable();
        LibraryLogs.quiet(program.options().verbose());
        return store;
    }

    private int keep(DeviceIdentity identity, IdentityStore store) {
        store.save(identity);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "✓ joined as \"" + identity.camera() + "\": the key was generated here and stays in " + store.folder());
        out.println();
        out.println("  Stream now:  fanlight-agent run");
        out.flush();
        return ExitCode.OK;
    }

    private RelayTrust trust() {
        if (firstUse) {
            return new RelayTrust.FirstUse();
        }
        String known = pin.orElse(JoinLink.WEBPKI).toLowerCase(Locale.ROOT);
        if (!JoinLink.isPin(known)) {
            throw new UserException(ExitCode.USAGE, "A pin has 26 letters and digits; this one is mistyped.");
        }
        return RelayTrust.of(known);
    }

    private static RelayUrl relay(String text) {
        try {
            return RelayUrl.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UserException(ExitCode.USAGE, e.getMessage() + ".", e);
        }
    }
}
