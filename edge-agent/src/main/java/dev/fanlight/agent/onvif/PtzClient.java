package dev.fanlight.agent.onvif;

import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.agent.onvif.soap.SoapClient;
import dev.fanlight.agent.onvif.soap.XmlElement;
import dev.fanlight.agent.onvif.soap.XmlText;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Moves a camera head. Each call waits for the camera’s answer, not for the end of the movement. Not thread safe. */
public final class PtzClient {

    /** Longest movement of one request: a head whose stop request is lost turns no longer than that. */
    public static final Duration MAX_MOVE = Duration.ofSeconds(10);

    /** Most presets that are listed. */
    static final int MAX_PRESETS = 300;

    private final SoapClient soap;
    private final URI service;

    PtzClient(SoapClient soap, URI service) {
        this.soap = soap;
        this.service = service;
    }

    /**
     * Begins a movement, which the camera ends by itself.
     *
     * @param profile token
     * @param speed above 0, at most 1
     * @param length at most {@link #MAX_MOVE}
     */
    public void move(String profile, PtzDirection direction, double speed, Duration length)
            throws OnvifException, InterruptedException {
        if (!(speed > 0 && speed <= 1) || length.compareTo(MAX_MOVE) > 0 || length.isNegative()) {
            throw new IllegalArgumentException("speed or length of a movement out of range");
        }
        call(
                "ContinuousMove",
                profile,
                "<Velocity>" + direction.velocity(speed) + "</Velocity><Timeout>" + length + "</Timeout>");
    }

    /** Ends every movement. */
    public void stop(String profile) throws OnvifException, InterruptedException {
        call("Stop", profile, "<PanTilt>true</PanTilt><Zoom>true</Zoom>");
    }

    /** The positions it remembers. */
    public List<PtzPreset> presets(String profile) throws OnvifException, InterruptedException {
        return call("GetPresets", profile, "").children().stream()
                .filter(child ->
                        child.name().equals("Preset") && child.attributes().containsKey("token"))
                .limit(MAX_PRESETS)
                .map(PtzClient::preset)
                .toList();
    }

    /** Moves to a position. */
    public void goTo(String profile, PtzPreset preset) throws OnvifException, InterruptedException {
        call("GotoPreset", profile, "<PresetToken>" + XmlText.escaped(preset.token()) + "</PresetToken>");
    }

    private XmlElement call(String operation, String profile, String content)
            throws OnvifException, InterruptedException {
        String namespace = ServiceAddresses.PTZ;
        return soap.call(
                service,
                namespace + "/" + operation,
                "<" + operation + " xmlns=\"" + namespace + "\"><ProfileToken>" + XmlText.escaped(profile)
                        + "</ProfileToken>" + content + "</" + operation + ">");
    }

    private static PtzPreset preset(XmlElement element) {
        String token = element.attributes().getOrDefault("token", "");
        return new PtzPreset(token, element.textAt("Name").orElse(token));
    }
}
