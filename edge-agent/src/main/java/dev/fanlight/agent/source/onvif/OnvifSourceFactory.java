package dev.fanlight.agent.source.onvif;

import dev.fanlight.agent.onvif.OnvifAddress;
import dev.fanlight.agent.onvif.OnvifResolver;
import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceFactory;
import dev.fanlight.agent.source.SourceProblem;
import java.util.Optional;

/**
 * Opens the stream that an ONVIF camera names. It is asked anew at each opening, since cameras change ports and paths with their settings.
 * Thread safe.
 */
public final class OnvifSourceFactory implements SourceFactory {

    private final OnvifResolver resolver;
    private final Optional<CameraLogin> login;
    private final SourceFactory rtsp;

    /**
     * Creates one.
     *
     * @param rtsp opens the address that the camera names: {@code rtsp://HOST…} without credentials
     */
    public OnvifSourceFactory(OnvifResolver resolver, Optional<CameraLogin> login, SourceFactory rtsp) {
        this.resolver = resolver;
        this.login = login;
        this.rtsp = rtsp;
    }

    @Override
    public FrameSource open(String location, long opening) throws SourceException, InterruptedException {
        return rtsp.open(address(location), opening);
    }

    private String address(String location) throws SourceException, InterruptedException {
        try {
            return resolver.rtspAddress(OnvifAddress.parse(location), login).toString();
        } catch (OnvifException e) {
            throw new SourceException(problem(e), String.valueOf(e.getMessage()));
        }
    }

    private static SourceProblem problem(OnvifException e) {
        return switch (e.problem()) {
            case UNREACHABLE -> SourceProblem.UNREACHABLE;
            case NOT_AUTHORIZED -> SourceProblem.NO_PERMISSION;
            case NOT_ONVIF, REFUSED -> SourceProblem.BROKEN;
        };
    }
}
