package dev.fanlight.relay.command;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}. */
@Command(name = "status", description = "Show how the relay is.", mixinStandardHelpOptions = true)
final class StatusCommand implements Runnable {

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        options.print(options.api().get("/status"), StatusCommand::print);
    }

    private static void print(Terminal terminal, JsonObject status) {
        terminal.line("Version      " + Members.text(status, "version"));
        terminal.line("Up           " + span(status.getLong("uptime_ms", 0L)));
        terminal.line("Cameras      " + Members.text(status, "cameras_online") + " online");
        terminal.line("Viewers      " + Members.text(status, "viewers"));
        terminal.line("Frames       " + Members.text(status, "frames_in") + " in, "
                + Members.text(status, "frames_out") + " out, "
                + Members.text(status, "frames_dropped") + " dropped for slow viewers");
        terminal.line("Alerts       " + alerts(status.getLong("alerts", 0L)));
        certificate(terminal, status.getJsonObject("certificate", new JsonObject()));
    }

    private static String alerts(long count) {
        return count == 0 ? "none in 24 hours" : count + " in 24 hours: fanlight-relay audit --alerts";
    }

    private static void certificate(Terminal terminal, JsonObject certificate) {
        String until = certificate.containsKey("not_after") ? ", until " + Members.time(certificate, "not_after") : "";
        terminal.line("Certificate  " + Members.text(certificate, "mode") + until);
        Members.texts(certificate, "names").forEach(name -> terminal.line("             " + name));
        if (certificate.containsKey("problem")) {
            terminal.line("  ! " + Members.text(certificate, "problem"));
        }
    }

    private static String span(long millis) {
        Duration up = Duration.ofMillis(millis);
        return up.toDays() + " d " + up.toHoursPart() + " h " + up.toMinutesPart() + " min";
    }
}
