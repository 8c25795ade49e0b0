package dev.fanlight.agent.onvif;

import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.agent.onvif.soap.SoapClient;
import dev.fanlight.agent.onvif.soap.XmlElement;
import dev.fanlight.agent.onvif.soap.XmlText;
import dev.fanlight.media.ptz.HeadVelocity;
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
     * @param length at most {@link #MAX_MOVE}
     */
    public void move(String profile, HeadVelocity velocity, Duration length)
            throws OnvifException, InterruptedException {
        if (length.compareTo(MAX_MOVE) > 0 || length.isNegative()) {
            throw new IllegalArgumentException("length of a movement out of range");
        }
        call(
                "ContinuousMove",
                profile,
                "<Velocity>" + document(velocity) + "</Velocity><Timeout>" + length + "</Timeout>");
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

    /** Moves to the position with this token. */
    public void goTo(String profile, String preset) throws OnvifException, InterruptedException {
        call("GotoPreset", profile, "<PresetToken>" + XmlText.escaped(preset) + "</PresetToken>");
    }

    /** Velocity in ONVIF’s generic spaces; only what moves is named, for heads without zoom refuse any. */
    private static String document(HeadVelocity velocity) {
        String schema = " xmlns=\"http://www.onvif.org/ver10/schema\"";
        String turn = velocity.pan() == 0 && velocity.tilt() == 0
                ? ""
                : "<PanTilt" + schema + " x=\"" + velocity.pan() + "\" y=\"" + velocity.tilt() + "\"/>";
        return velocity.zoom() == 0 ? turn : turn + "<Zoom" + schema + " x=\"" + velocity.zoom() + "\"/>";
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
