package dev.fanlight.agent.cli;

import dev.fanlight.agent.onvif.DeviceInformation;
import dev.fanlight.agent.onvif.OnvifAddress;
import dev.fanlight.agent.onvif.OnvifDevice;
import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.onvif.OnvifProfile;
import dev.fanlight.agent.onvif.discovery.DiscoveredCamera;
import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.agent.onvif.http.OnvifException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one ONVIF camera. Immutable.
 *
 * @param deviceService where it was asked
 * @param name maker and model, or what it calls itself
 * @param streams its streams, the largest first; none when there is a problem
 * @param problem why it does not say more
 */
record OnvifCamera(URI deviceService, String name, List<Stream> streams, Optional<OnvifException> problem) {

    /** Most streams that are listed: recorders have hundreds, and each is asked for. */
    static final int MAX_STREAMS = 16;

    /**
     * One stream.
     *
     * @param profile what it is
     * @param source its RTSP address, without user and password
     */
    record Stream(OnvifProfile profile, URI source) {}

    static OnvifCamera ask(DiscoveredCamera found, OnvifNetwork network, Optional<CameraLogin> login)
            throws InterruptedException {
        URI address = found.deviceService();
        String name = found.name();
        try {
            OnvifDevice device = OnvifDevice.connect(network, address, login);
            List<Stream> streams = new ArrayList<>();
            for (OnvifProfile profile :
                    device.profiles().stream().limit(MAX_STREAMS).toList()) {
                streams.add(new Stream(profile, device.streamAddress(profile)));
            }
            DeviceInformation information = device.information();
            String model = (information.maker() + " " + information.model()).strip();
            return new OnvifCamera(address, model.isEmpty() ? name : model, List.copyOf(streams), Optional.empty());
        } catch (OnvifException e) {
            return new OnvifCamera(address, name, List.of(), Optional.of(e));
        }
    }

    /** As it is written in {@code camera.source}, for its main stream. */
    String source() {
        int port = deviceService.getPort() < 0 ? OnvifAddress.DEFAULT_PORT : deviceService.getPort();
        return new OnvifAddress(deviceService.getHost(), port, OnvifAddress.MAIN).toString();
    }
}
