package dev.fanlight.relay.command;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.relay.RelayConfig;
import dev.fanlight.relay.config.StateFolder;
import dev.fanlight.relay.store.Invitations.Invitation;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.tls.RelayCertificates;
import dev.fanlight.settings.Settings;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code camera invite}: works on the store, whether or not the relay runs. */
@Command(
        name = "invite",
        description = "Print what to run on the computer with the camera, and for a new camera the link to share.",
        mixinStandardHelpOptions = true)
final class CameraInviteCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Name of the camera: a-z, 0-9 and hyphen.")
    private String name = "";

    @Option(names = "--host", paramLabel = "HOST", description = "Name or address to put into the links.")
    private @Nullable String host;

    @Option(names = "--new-link", description = "Also make a new link to share for a camera that exists.")
    private boolean newLink;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text or json.")
    private OutputFormat format = OutputFormat.TEXT;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Logs.setUp(options.isVerbose());
        CameraName camera = cameraName();
        Settings settings = options.settings();
        RelayConfig config = RelayConfig.of(settings);
        StateFolder folder = options.folder();
        String pin = pin(config, folder);
        try (RelayStore store = CommonOptions.openStore(folder)) {
            LinkHosts hosts = LinkHosts.of(store.listeners(), config, host);
            Invitation invitation = store.invitations().invite(camera, newLink);
            JoinLink join =
                    new JoinLink(URI.create("wss://" + hosts.tls()), pin, invitation.code(), invitation.secret());
            List<String> watch = invitation.watchKey().stream()
                    .flatMap(key -> hosts.watchLinks(camera, key).stream())
                    .toList();
            print(camera, join.text(), watch);
        }
        return 0;
    }

    private CameraName cameraName() {
        try {
            return new CameraName(name);
        } catch (IllegalArgumentException e) {
            throw new UserException(ExitCode.USAGE, e.getMessage() + ".", e);
        }
    }

    private static String pin(RelayConfig config, StateFolder folder) {
        return config.agentsSeePublicCertificate()
                ? JoinLink.WEBPKI
                : new RelayCertificates(folder, new SecureRandom(), Clock.systemUTC())
                        .authority()
                        .pin();
    }

    private void print(CameraName camera, String join, List<String> watch) {
        Terminal terminal = Terminal.of(spec);
        if (format == OutputFormat.JSON) {
            terminal.line("{\"camera\":" + Json.string(camera.text()) + ",\"join\":" + Json.string(join) + ",\"watch\":"
                    + Json.strings(watch) + "}");
            return;
        }
        terminal.line("On the computer with the camera (good once, for 15 minutes):");
        terminal.line("");
        terminal.line("  fanlight-agent join \"" + join + "\"");
        terminal.line("");
        if (watch.isEmpty()) {
            terminal.line("The links to watch \"" + camera + "\" stay as they are. A new one: --new-link");
            return;
        }
        terminal.line("To watch and chat. Whoever has this link can. It is shown only now:");
        terminal.line("");
        watch.forEach(link -> terminal.line("  " + link));
    }
}
