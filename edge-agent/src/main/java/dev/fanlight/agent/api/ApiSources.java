package dev.fanlight.agent.api;

import dev.fanlight.agent.onvif.http.CameraLogin;
import java.util.List;
import java.util.Optional;

/** Opens and closes what programs want to be shown. Called by one thread; may block for seconds. */
public interface ApiSources {

    /**
     * Shows a source on the local network, in place of one of the same id.
     *
     * @param id as {@link dev.fanlight.identity.CameraName}
     * @param source as {@code camera.source}: an address on the network, or {@code test}
     * @param transport {@code tcp} or {@code udp}, for RTSP
     * @param login of the camera, where its address holds none
     * @return where to watch; each address is good for one browser
     * @throws ApiException when it is refused
     */
    List<String> open(String id, String source, Optional<String> transport, Optional<CameraLogin> login)
            throws ApiException;

    /** Stops showing a source; false when there is no such source. */
    boolean close(String id);
}
