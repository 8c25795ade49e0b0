package dev.fanlight.relay.cli;

import dev.fanlight.log.LogForm;
import dev.fanlight.relay.cli.option.Logs;
import dev.fanlight.relay.cli.option.SettingsOptions;
import dev.fanlight.relay.cli.option.StateOptions;
import dev.fanlight.relay.cli.terminal.Screen;
import dev.fanlight.relay.cli.terminal.Terminal;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.config.RelayVersion;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.server.RelayServer;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.relay.tls.CertificateState;
import dev.fanlight.relay.tls.LocalNames;
import dev.fanlight.relay.tls.RelayCertificates;
import dev.fanlight.settings.Settings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: runs until the process is terminated. */
@Command(name = "serve", description = "Run the relay in the foreground.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = Logger.getLogger(ServeCommand.class.getName());

    @Option(
            names = "--log",
            paramLabel = "text|json",
            description = "Form of the log: text for people, json for programs (one object a line). Default: text")
    private LogForm form = LogForm.TEXT;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private StateOptions options = new StateOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Logs.setUp(options.isVerbose(), form);
        Settings values = settings.settings();
        RelayConfig config = RelayConfig.of(values);
        RelayStateFolder folder = options.folder();
        Terminal terminal = Terminal.of(spec);
        RelayServer server =
                RelayServer.start(config, folder, CertificateSchedule.STANDARD, RelayGateways.KINDS.configured(values));
        SystemdService service = SystemdService.ofSystem();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, server), "shutdown"));
        if (Screen.console().isEmpty()) {
            SettingsReload reload = new SettingsReload(server, settings::settings, values);
            HangUpSignal.onEach(() -> service.reloading(reload::run));
        }
        if (form == LogForm.JSON) {
            // Nothing else: an address that sets the owner's password is for people, and "owner reset" makes one.
            LOG.log(Level.INFO, "Ready on port {0}", Integer.toString(server.port()));
        } else {
            introduce(terminal, config, folder, server);
        }
        service.ready(server, ServeCommand::ended);
        throw new ExecutionException("A thread of the relay has ended", server.awaitFailure());
    }

    private static void stop(SystemdService service, RelayServer server) {
        service.stopping();
        server.close();
    }

    private static void ended(Throwable e) {
        throw new IllegalStateException("The relay can no longer say how it is", e);
    }

    private static void introduce(Terminal terminal, RelayConfig config, RelayStateFolder folder, RelayServer server) {
        terminal.line("Fanlight relay " + RelayVersion.text());
        terminal.line("  State         " + folder);
        server.certificate().ifPresent(state -> terminal.line("  Certificate   " + certificate(state)));
        if (config.proxy().behind()) {
            terminal.line("  Address       "
                    + server.addresses().page(Optional.empty(), "").get(0) + " (through the proxy)");
        } else {
            if (!config.agentsSeePublicCertificate()) {
                terminal.line("  Pin           " + pin(folder));
            }
            terminal.line("  Addresses     " + String.join("  ", addresses(config, server.port())));
            server.plainPort()
                    .ifPresent(port -> terminal.line("  Local         http://localhost:" + port + " (browsers only)"));
        }
        terminal.line("");
        welcomeOwner(terminal, server);
        terminal.line("");
        terminal.line("  Add a camera  fanlight-relay camera invite front");
        terminal.line("");
        terminal.line("✓ Ready on port " + server.port());
    }

    /** There is no default password: the setup address printed here lets its reader choose one. */
    private static void welcomeOwner(Terminal terminal, RelayServer server) {
        if (server.owner().passwordHash().isPresent()) {
            terminal.line("  Manage        "
                    + server.addresses().page(Optional.empty(), "/admin").get(0));
            return;
        }
        String secret = server.owner().newSetup();
        terminal.line("  Set the owner’s password here (valid once, for 15 minutes):");
        server.addresses().page(Optional.empty(), "/admin#" + secret).forEach(url -> terminal.line("    " + url));
    }

    private static String pin(RelayStateFolder folder) {
        return new RelayCertificates(folder, new SecureRandom(), Clock.systemUTC())
                .authority()
                .pin();
    }

    private static String certificate(CertificateState state) {
        return "issued by " + state.issuer() + ", valid until "
                + state.notAfter().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static List<String> addresses(RelayConfig config, int port) {
        List<String> hosts = new ArrayList<>();
        if (!config.listen().publicHost().isEmpty()) {
            hosts.add(config.listen().publicHost());
        }
        hosts.addAll(LocalNames.lanAddresses());
        if (hosts.isEmpty()) {
            hosts.add("localhost");
        }
        return hosts.stream()
                .map(host -> "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port)
                .toList();
    }
}
