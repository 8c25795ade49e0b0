package dev.fanlight.agent.onvif;

import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.agent.onvif.soap.SoapClient;
import dev.fanlight.agent.onvif.soap.XmlElement;
import dev.fanlight.agent.onvif.soap.XmlText;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The two media services of ONVIF: the newer one knows H.265, the older one is what old cameras have. Immutable.
 *
 * @param address of the service
 * @param namespace of its requests
 */
record MediaService(URI address, String namespace) {

    /** Most profiles of one camera that are looked at; recorders have two a channel. */
    static final int MAX_PROFILES = 128;

    List<OnvifProfile> profiles(SoapClient soap) throws OnvifException, InterruptedException {
        String wanted = isSecond() ? "<Type>All</Type>" : "";
        XmlElement answer = soap.call(
                address,
                namespace + "/GetProfiles",
                "<GetProfiles xmlns=\"" + namespace + "\">" + wanted + "</GetProfiles>");
        return answer.children().stream()
                .filter(child -> child.name().equals("Profiles"))
                .limit(MAX_PROFILES)
                .flatMap(profile -> profile(profile).stream())
                .toList();
    }

    Optional<String> streamAddress(SoapClient soap, String token) throws OnvifException, InterruptedException {
        String setup = isSecond()
                ? "<Protocol>RTSP</Protocol>"
                : "<StreamSetup><Stream xmlns=\"http://www.onvif.org/ver10/schema\">RTP-Unicast</Stream><Transport"
                        + " xmlns=\"http://www.onvif.org/ver10/schema\"><Protocol>RTSP</Protocol></Transport></StreamSetup>";
        XmlElement answer = soap.call(
                address,
                namespace + "/GetStreamUri",
                "<GetStreamUri xmlns=\"" + namespace + "\">" + setup + "<ProfileToken>" + XmlText.escaped(token)
                        + "</ProfileToken></GetStreamUri>");
        return answer.first("Uri").map(XmlElement::text);
    }

    private boolean isSecond() {
        return namespace.equals(ServiceAddresses.MEDIA2);
    }

    private Optional<OnvifProfile> profile(XmlElement profile) {
        Optional<XmlElement> video =
                profile.child("VideoEncoderConfiguration").or(() -> profile.at("Configurations", "VideoEncoder"));
        Optional<XmlElement> audio =
                profile.child("AudioEncoderConfiguration").or(() -> profile.at("Configurations", "AudioEncoder"));
        boolean steerable = profile.child("PTZConfiguration").isPresent()
                || profile.at("Configurations", "PTZ").isPresent();
        String token = profile.attributes().getOrDefault("token", "");
        if (token.isEmpty() || video.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(profile(token, profile.textAt("Name").orElse(token), video.get(), audio, steerable));
    }

    private static OnvifProfile profile(
            String token, String name, XmlElement video, Optional<XmlElement> audio, boolean steerable) {
        int kilobits = video.intAt("RateControl", "BitrateLimit").orElse(0);
        return new OnvifProfile(
                token,
                name,
                OnvifProfile.codecName(video.textAt("Encoding").orElse("unknown")),
                Math.max(0, video.intAt("Resolution", "Width").orElse(0)),
                Math.max(0, video.intAt("Resolution", "Height").orElse(0)),
                video.numberAt("RateControl", "FrameRateLimit"),
                kilobits > 0 && kilobits < 1_000_000 ? OptionalInt.of(kilobits * 1000) : OptionalInt.empty(),
                audio.flatMap(encoder -> encoder.textAt("Encoding")),
                steerable);
    }
}
