package dev.fanlight.agent.onvif;

import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.agent.onvif.http.OnvifException.Problem;
import dev.fanlight.agent.onvif.soap.SoapClient;
import dev.fanlight.agent.onvif.soap.XmlElement;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One ONVIF camera, connected. Each call waits for the camera, seconds at most. Not thread safe. */
public final class OnvifDevice {

    private static final int MAX_TEXT = 64;

    private final SoapClient soap;
    private final ServiceAddresses services;
    private List<OnvifProfile> profiles = List.of();

    private OnvifDevice(SoapClient soap, ServiceAddresses services) {
        this.soap = soap;
        this.services = services;
    }

    /**
     * Reads the camera’s clock and asks for its services.
     *
     * @param deviceService address of its device service; everything else is asked for at the same host
     * @throws OnvifException when it cannot be reached, is no ONVIF camera or refuses the login
     */
    public static OnvifDevice connect(OnvifNetwork network, URI deviceService, Optional<CameraLogin> login)
            throws OnvifException, InterruptedException {
        SoapClient soap = new SoapClient(network.http(), login, network.clock(), network.random());
        soap.clockOffset(CameraClock.offset(soap, deviceService));
        return new OnvifDevice(soap, ServiceAddresses.ask(soap, deviceService));
    }

    /** Maker and model. */
    public DeviceInformation information() throws OnvifException, InterruptedException {
        XmlElement answer = soap.call(
                services.device(),
                ServiceAddresses.DEVICE + "/GetDeviceInformation",
                "<GetDeviceInformation xmlns=\"" + ServiceAddresses.DEVICE + "\"/>");
        return new DeviceInformation(
                text(answer, "Manufacturer"), text(answer, "Model"), text(answer, "FirmwareVersion"));
    }

    /** Its streams, the one with the most pixels first; never empty. The camera is asked for them once. */
    public List<OnvifProfile> profiles() throws OnvifException, InterruptedException {
        if (profiles.isEmpty()) {
            profiles = askProfiles();
        }
        return profiles;
    }

    private List<OnvifProfile> askProfiles() throws OnvifException, InterruptedException {
        List<OnvifProfile> found = new ArrayList<>(media().profiles(soap));
        if (found.isEmpty()) {
            throw new OnvifException(
                    Problem.REFUSED, "The camera at " + services.device().getAuthority() + " offers no video stream.");
        }
        found.sort(Comparator.comparingLong(OnvifProfile::pixels).reversed());
        return List.copyOf(found);
    }

    /**
     * The profile of this name: a token, {@link OnvifAddress#MAIN} or {@link OnvifAddress#SUB}.
     *
     * @throws OnvifException when there is none, with those that there are
     */
    public OnvifProfile profile(String name) throws OnvifException, InterruptedException {
        List<OnvifProfile> all = profiles();
        List<OnvifProfile> playable =
                all.stream().filter(OnvifProfile::isPlayable).toList();
        List<OnvifProfile> usual = playable.isEmpty() ? all : playable;
        return switch (name) {
            case OnvifAddress.MAIN -> usual.get(0);
            case OnvifAddress.SUB -> usual.get(usual.size() - 1);
            default ->
                all.stream()
                        .filter(profile -> profile.token().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new OnvifException(
                                Problem.REFUSED,
                                "The camera at " + services.device().getAuthority() + " has no profile \"" + name
                                        + "\". It has: main, sub, "
                                        + String.join(
                                                ", ",
                                                all.stream()
                                                        .map(OnvifProfile::token)
                                                        .toList()) + "."));
        };
    }

    /** Where a profile streams: an RTSP address without user and password, at the host of the device service. */
    public URI streamAddress(OnvifProfile profile) throws OnvifException, InterruptedException {
        String host = services.device().getHost();
        return media().streamAddress(soap, profile.token())
                .flatMap(text -> StreamAddress.at(host, text))
                .orElseThrow(() -> new OnvifException(
                        Problem.NOT_ONVIF,
                        "The camera at " + services.device().getAuthority()
                                + " names no RTSP address for its profile \"" + profile.token() + "\"."));
    }

    /** Its moving head; empty where it has none. */
    public Optional<PtzClient> ptz() {
        return services.of(ServiceAddresses.PTZ).map(address -> new PtzClient(soap, address));
    }

    private MediaService media() throws OnvifException {
        return services.of(ServiceAddresses.MEDIA2)
                .map(address -> new MediaService(address, ServiceAddresses.MEDIA2))
                .or(() -> services.of(ServiceAddresses.MEDIA)
                        .map(address -> new MediaService(address, ServiceAddresses.MEDIA)))
                .orElseThrow(() -> new OnvifException(
                        Problem.REFUSED,
                        "The device at " + services.device().getAuthority() + " has no media service."));
    }

    private static String text(XmlElement answer, String name) {
        String found = answer.textAt(name).orElse("").replaceAll("[\\p{Cntrl}\\s]+", " ");
        return found.substring(0, Math.min(MAX_TEXT, found.length()));
    }
}
