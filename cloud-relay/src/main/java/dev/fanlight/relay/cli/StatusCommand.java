package dev.fanlight.relay.cli;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}. */
@Command(name = "status", description = "Show the status of the relay.", mixinStandardHelpOptions = true)
final class StatusCommand implements Runnable {

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        options.print(options.api().get("/status"), StatusCommand::print);
    }

    private static void print(Terminal terminal, JsonObject status) {
        terminal.line("Version      " + JsonMembers.text(status, "version"));
        terminal.line("Uptime       " + span(status.getLong("uptime_ms", 0L)));
        terminal.line("Cameras      " + JsonMembers.text(status, "cameras_online") + " online"
                + slow(status.getLong("cameras_slow", 0L)));
        terminal.line("Viewers      " + JsonMembers.text(status, "viewers"));
        terminal.line("Frames       " + JsonMembers.text(status, "frames_in") + " in, "
                + JsonMembers.text(status, "frames_out") + " out, "
                + JsonMembers.text(status, "frames_dropped") + " dropped for slow viewers");
        terminal.line("Alerts       " + alerts(status.getLong("alerts", 0L)));
        if (status.containsKey("store_problem")) {
            terminal.line("  ! The store cannot be written: " + JsonMembers.text(status, "store_problem")
                    + ". Chat messages and changes are refused until it can.");
        }
        if (status.containsKey("recording_problem")) {
            terminal.line("  ! Nothing is recorded: " + JsonMembers.text(status, "recording_problem"));
        }
        JsonMembers.texts(status, "gateway_problems").forEach(problem -> terminal.line("  ! " + problem));
        certificate(terminal, status.getJsonObject("certificate", new JsonObject()));
    }

    private static String slow(long count) {
        return count == 0 ? "" : ", " + count + " with a slow connection";
    }

    private static String alerts(long count) {
        return count == 0
                ? "none in the last 24 hours"
                : count + " in the last 24 hours; list them: fanlight-relay audit --alerts";
    }

    private static void certificate(Terminal terminal, JsonObject certificate) {
        String until = certificate.containsKey("not_after")
                ? ", valid until " + JsonMembers.time(certificate, "not_after")
                : "";
        terminal.line("Certificate  " + JsonMembers.text(certificate, "mode") + until);
        JsonMembers.texts(certificate, "names").forEach(name -> terminal.line("             " + name));
        if (certificate.containsKey("problem")) {
            terminal.line("  ! " + JsonMembers.text(certificate, "problem"));
        }
    }

    private static String span(long millis) {
        Duration up = Duration.ofMillis(millis);
        return up.toDays() + " d " + up.toHoursPart() + " h " + up.toMinutesPart() + " min";
    }
}
