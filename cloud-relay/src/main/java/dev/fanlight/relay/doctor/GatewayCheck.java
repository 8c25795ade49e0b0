package dev.fanlight.relay.doctor;

import dev.fanlight.cli.Finding;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.URI;

/**
 * An address of a gateway: does it answer on this computer? Blocking.
 *
 * @param ports tries ports
 */
public record GatewayCheck(PortCheck ports) {

    private static final String SRT = "srt";

    private static final String ABOUT = "gateway";

    /** What was found about an address as the API lists it for a camera. */
    public Finding run(JsonObject address) {
        String url = address.getString("url", "");
        String text = address.getString("protocol", "") + " to " + address.getString("use", "") + ": " + url;
        URI place = URI.create(url.replaceAll("[?#].*", ""));
        int port = port(place);
        boolean answers = SRT.equals(place.getScheme())
                ? SrtProbe.answers(InetAddress.getLoopbackAddress(), port, ports.limit())
                : ports.isTaken(port);
        return answers
                ? Finding.fine(ABOUT, text)
                : Finding.problem(
                        ABOUT,
                        text + " does not answer at port " + port + " of this computer",
                        "Does a proxy serve it, or was the setting changed since the start? The log of the relay says more.");
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return switch (String.valueOf(url.getScheme())) {
            case "rtmp" -> 1935;
            case "rtsp" -> 554;
            case "rtsps" -> 322;
            case "http" -> 80;
            default -> 443;
        };
    }
}
