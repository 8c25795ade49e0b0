package dev.fanlight.agent.source.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.onvif.OnvifResolver;
import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.testing.OnvifTestDevice;
import dev.fanlight.agent.testing.OnvifTestDevice.Login;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An ONVIF address becomes an RTSP address at each opening; what opens that stops here. */
class OnvifSourceFactoryTest {

    private final OnvifTestDevice device = new OnvifTestDevice("dahua", Login.USERNAME_TOKEN, Duration.ofMinutes(37));

    @AfterEach
    void stop() {
        device.close();
    }

    private static OnvifSourceFactory factory(String password) {
        OnvifResolver resolver = new OnvifResolver(OnvifNetwork.system());
        return new OnvifSourceFactory(
                resolver, Optional.of(new CameraLogin(OnvifTestDevice.USER, password)), (address, opening) -> {
                    throw new SourceException(SourceProblem.UNSUPPORTED, address + " as opening " + opening);
                });
    }

    @Test
    void theCameraIsAskedWhereItStreamsAtEachOpening() {
        OnvifSourceFactory factory = factory(OnvifTestDevice.PASSWORD);
        assertThatThrownBy(() -> factory.open("onvif://" + device.authority(), 0))
                .hasMessage("rtsp://127.0.0.1:554/cam/realmonitor?channel=1&subtype=0&unicast=true&proto=Onvif as"
                        + " opening 0");
        device.answer(
                "GetStreamUri", "<E><Body><R><Uri>rtsp://x:8554/moved</Uri></R></Body></E>".replace("E>", "Envelope>"));
        assertThatThrownBy(() -> factory.open("onvif://" + device.authority(), 1))
                .hasMessage("rtsp://127.0.0.1:8554/moved as opening 1");
    }

    @Test
    void aRefusedLoginIsAProblemOfPermission() {
        assertThatThrownBy(() -> factory("wrong").open("onvif://" + device.authority() + "/sub", 0))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.problem()).isEqualTo(SourceProblem.NO_PERMISSION));
    }

    @Test
    void aCameraThatIsNotThereIsMissing() {
        device.close();
        assertThatThrownBy(() -> factory("any").open("onvif://" + device.authority(), 0))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.problem()).isEqualTo(SourceProblem.UNREACHABLE));
    }
}
