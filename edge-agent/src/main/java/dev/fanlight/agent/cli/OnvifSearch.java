package dev.fanlight.agent.cli;

import dev.fanlight.agent.onvif.OnvifAddress;
import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.onvif.discovery.DiscoveredCamera;
import dev.fanlight.agent.onvif.discovery.DiscoverySearch;
import dev.fanlight.agent.onvif.discovery.LocalNetworks;
import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds ONVIF cameras and asks each what it streams. Main thread. */
final class OnvifSearch {

    /** Cameras answer a multicast after a random delay of up to half a second (WS-Discovery 1.0 §2.4). */
    private static final Duration WAIT = Duration.ofSeconds(3);

    private final OnvifNetwork network;
    private final Optional<CameraLogin> login;

    OnvifSearch(OnvifNetwork network, Optional<CameraLogin> login) {
        this.network = network;
        this.login = login;
    }

    /** Those at the addresses, or on every network when there are none. */
    List<OnvifCamera> find(List<String> addresses) throws InterruptedException {
        List<DiscoveredCamera> found = addresses.isEmpty()
                ? everywhere()
                : addresses.stream().map(OnvifSearch::named).toList();
        List<OnvifCamera> cameras = new ArrayList<>();
        for (DiscoveredCamera camera : found) {
            cameras.add(OnvifCamera.ask(camera, network, login));
        }
        return cameras;
    }

    private static List<DiscoveredCamera> everywhere() {
        try {
            return new DiscoverySearch(LocalNetworks.find(), NanoClock.SYSTEM).everywhere(UUID.randomUUID(), WAIT);
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.CAMERA,
                    "No network takes the search for cameras (" + e.getMessage()
                            + "). A camera whose address is known: --address HOST");
        }
    }

    private static DiscoveredCamera named(String text) {
        OnvifAddress address = CameraLoginOptions.address(text);
        return new DiscoveredCamera(text, "", address.deviceService());
    }
}
