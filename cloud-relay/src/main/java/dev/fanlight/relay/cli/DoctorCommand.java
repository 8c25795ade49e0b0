package dev.fanlight.relay.cli;

import dev.fanlight.cli.ClockCheck;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.Finding;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.child.ChildTimeouts;
import dev.fanlight.relay.child.FfmpegCheck;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.option.SettingsOptions;
import dev.fanlight.relay.cli.option.StateOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Terminal;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.config.TlsMode;
import dev.fanlight.relay.doctor.CertificateCheck;
import dev.fanlight.relay.doctor.DiskCheck;
import dev.fanlight.relay.doctor.GatewayCheck;
import dev.fanlight.relay.doctor.NameCheck;
import dev.fanlight.relay.doctor.PortCheck;
import dev.fanlight.relay.tls.LocalNames;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code doctor}. */
@Command(
        name = "doctor",
        description =
                "Check settings, name, ports, disk, clock, certificate, FFmpeg and gateways, of a relay that runs or is to."
                        + " Exit code 7 when something does not work.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private StateOptions state = new StateOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final List<Finding> findings = new ArrayList<>();

    @Override
    public Integer call() {
        RelayConfig config = RelayConfig.of(settings.settings());
        // Only looks: a relay that was never set up gets no folder by being asked about.
        Optional<RelayStateFolder> folder = Files.exists(state.path()) ? Optional.of(state.folder()) : Optional.empty();
        add(new NameCheck(config.listen().publicHost(), LocalNames.lanAddresses()).run());
        Optional<RelayApi> relay = folder.flatMap(this::relay);
        if (folder.isEmpty()) {
            add(Finding.warning(
                    "relay",
                    "none was set up here: there is no state folder " + state.path(),
                    "Set it up: sudo fanlight-relay setup, or start one: fanlight-relay serve"));
        }
        PortCheck ports = new PortCheck(relay.isPresent(), CONNECT);
        ports(config, ports);
        add(new DiskCheck(existing(state.path().toAbsolutePath())).run());
        add(new ClockCheck(Path.of("/")).run(Optional.empty()));
        add(new FfmpegCheck(
                        config.ffmpeg().program(),
                        folder.map(opened -> opened.subfolder("ffmpeg")),
                        ChildTimeouts.STANDARD)
                .run());
        relay.ifPresent(api -> running(api, config, new GatewayCheck(ports)));
        Terminal.of(spec).line(Finding.summary(findings));
        return Finding.worst(findings) == Finding.Level.PROBLEM ? ExitCode.PROBLEM : ExitCode.OK;
    }

    /** The folder, or the nearest above it that is there: both are on one disk, most likely. */
    private static Path existing(Path folder) {
        Path parent = folder.getParent();
        return Files.exists(folder) || parent == null ? folder : existing(parent);
    }

    private Optional<RelayApi> relay(RelayStateFolder folder) {
        try {
            RelayApi api = RelayApi.of(folder);
            JsonObject status = api.get("/status");
            add(Finding.fine(
                    "relay",
                    JsonMembers.text(status, "version") + " runs, " + JsonMembers.text(status, "cameras_online")
                            + " cameras online, " + JsonMembers.text(status, "viewers") + " viewers"));
            if (status.containsKey("store_problem")) {
                add(Finding.problem(
                        "store",
                        "It cannot be written: " + JsonMembers.text(status, "store_problem"),
                        "See the disk."));
            }
            if (status.containsKey("recording_problem")) {
                add(Finding.problem(
                        "recording",
                        "Nothing is recorded: " + JsonMembers.text(status, "recording_problem"),
                        "Make room on the disk, or set recording.folder to another one."));
            }
            return Optional.of(api);
        } catch (UserException e) {
            add(Finding.warning(
                    "relay",
                    "it does not run with the state folder " + folder,
                    "Start it: sudo systemctl start fanlight-relay, or: fanlight-relay serve"));
            return Optional.empty();
        }
    }

    private void ports(RelayConfig config, PortCheck ports) {
        if (!config.proxy().behind() && config.listen().port() > 0) {
            add(ports.run(config.listen().port(), "pages, viewers and agents, TLS"));
        }
        config.listen().plainPort().ifPresent(port -> add(ports.run(port, "this computer only, without TLS")));
        if (config.certificates().mode() == TlsMode.ACME) {
            add(ports.run(config.certificates().acme().httpPort(), "the certificate's authority"));
        }
    }

    private void running(RelayApi api, RelayConfig config, GatewayCheck gateways) {
        JsonObject certificate = api.get("/status").getJsonObject("certificate", new JsonObject());
        add(new CertificateCheck(config.listen().publicHost(), Instant.now()).run(certificate));
        Optional<String> camera = api.list("/cameras").stream()
                .map(each -> each.getString("camera", ""))
                .findFirst();
        if (camera.isEmpty()) {
            add(Finding.warning("cameras", "there is none yet", "Add one: fanlight-relay camera invite front"));
            return;
        }
        api.list("/cameras/" + camera.get() + "/addresses").forEach(address -> add(gateways.run(address)));
    }

    private void add(Finding finding) {
        findings.add(finding);
        finding.lines().lines().forEach(Terminal.of(spec)::line);
    }
}
