package dev.fanlight.agent.ptz;

import dev.fanlight.agent.onvif.OnvifAddress;
import dev.fanlight.agent.onvif.OnvifDevice;
import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.onvif.PtzClient;
import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.agent.onvif.http.OnvifException.Problem;
import java.util.Optional;

/**
 * Where the head of an ONVIF camera is. Thread safe.
 *
 * @param network sends the requests
 * @param address the camera, and the profile whose head moves
 * @param login for the camera, if it wants one
 */
public record OnvifHead(OnvifNetwork network, OnvifAddress address, Optional<CameraLogin> login) {

    /** Asks the camera for its head; takes four requests, 0.1 s as a rule. */
    ConnectedHead connect() throws OnvifException, InterruptedException {
        OnvifDevice device = OnvifDevice.connect(network, address.deviceService(), login);
        PtzClient client = device.ptz()
                .orElseThrow(() ->
                        new OnvifException(Problem.REFUSED, "The camera at " + address + " has no head that moves."));
        return new ConnectedHead(client, device.profile(address.profile()).token());
    }
}
