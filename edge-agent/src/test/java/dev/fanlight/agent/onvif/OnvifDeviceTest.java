package dev.fanlight.agent.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.onvif.http.CameraHttp;
import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.agent.testing.OnvifTestDevice;
import dev.fanlight.agent.testing.OnvifTestDevice.Login;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real requests to a device that checks the login. */
class OnvifDeviceTest {

    private static final Optional<CameraLogin> LOGIN =
            Optional.of(new CameraLogin(OnvifTestDevice.USER, OnvifTestDevice.PASSWORD));
    private static final OnvifNetwork NETWORK = OnvifNetwork.system();

    private Optional<OnvifTestDevice> running = Optional.empty();

    @AfterEach
    void stop() {
        running.ifPresent(OnvifTestDevice::close);
    }

    private OnvifTestDevice start(String maker, Login login, Duration clockAhead) {
        OnvifTestDevice device = new OnvifTestDevice(maker, login, clockAhead);
        running = Optional.of(device);
        return device;
    }

    private static OnvifDevice connect(OnvifTestDevice device) throws Exception {
        return OnvifDevice.connect(NETWORK, device.address(), LOGIN);
    }

    @Test
    void aCameraWhoseClockIs37MinutesOffTakesALoginByItsOwnClock() throws Exception {
        OnvifTestDevice device = start("hikvision", Login.USERNAME_TOKEN, Duration.ofMinutes(-37));
        assertThat(connect(device).information())
                .isEqualTo(new DeviceInformation("HIKVISION", "DS-2DE4425IW-DE", "V5.7.3 build 220315"));
    }

    @Test
    void theSameCameraRefusesALoginByOurClock() {
        OnvifTestDevice device = start("hikvision", Login.USERNAME_TOKEN, Duration.ofMinutes(-37));
        InstantSource off = () -> InstantSource.system().instant();
        OnvifNetwork network = new OnvifNetwork(new CameraHttp(), new Stepping(off), new SecureRandom());
        assertThatThrownBy(() -> OnvifDevice.connect(network, device.address(), LOGIN))
                .isInstanceOfSatisfying(
                        OnvifException.class,
                        e -> assertThat(e.problem()).isEqualTo(OnvifException.Problem.NOT_AUTHORIZED));
    }

    /** A clock that jumps behind the measurement, so that what was measured is of no use. */
    private static final class Stepping implements InstantSource {
        private final InstantSource real;
        private boolean asked;

        Stepping(InstantSource real) {
            this.real = real;
        }

        @Override
        public java.time.Instant instant() {
            java.time.Instant now = real.instant();
            if (asked) {
                return now.plus(Duration.ofMinutes(37));
            }
            asked = true;
            return now;
        }
    }

    @Test
    void aWrongPasswordIsOneSentenceWithoutThePassword() {
        OnvifTestDevice device = start("hikvision", Login.USERNAME_TOKEN, Duration.ZERO);
        assertThatThrownBy(() -> OnvifDevice.connect(
                        NETWORK, device.address(), Optional.of(new CameraLogin("admin", "hunter2"))))
                .hasMessageContaining("refuses this user or password")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void withoutALoginItSaysThatOneIsWanted() {
        OnvifTestDevice device = start("hikvision", Login.HTTP_DIGEST, Duration.ZERO);
        assertThatThrownBy(() -> OnvifDevice.connect(NETWORK, device.address(), Optional.empty()))
                .hasMessageContaining("wants a user and a password");
    }

    @ParameterizedTest
    @EnumSource(Login.class)
    void everyWayToLogInReachesTheStreams(Login login) throws Exception {
        OnvifTestDevice device = start("hikvision", login, Duration.ofMinutes(37));
        assertThat(connect(device).profiles()).hasSize(2);
    }

    @Test
    void hikvisionsMedia2NamesH265AndTheLargestStreamComesFirst() throws Exception {
        OnvifDevice camera = connect(start("hikvision", Login.USERNAME_TOKEN, Duration.ZERO));
        OnvifProfile main = camera.profile("main");
        assertThat(main.token()).isEqualTo("Profile_1");
        assertThat(main.codec()).isEqualTo("H.265");
        assertThat(main.width()).isEqualTo(2560);
        assertThat(main.fps()).hasValue(12.5);
        assertThat(main.bitRate()).hasValue(3_072_000);
        assertThat(main.audio()).contains("PCMU");
        assertThat(main.steerable()).isTrue();
        assertThat(camera.profile("sub").token()).isEqualTo("Profile_2");
        assertThat(camera.streamAddress(main))
                .hasToString("rtsp://127.0.0.1:554/Streaming/Channels/101?transportmode=unicast&profile=Profile_1");
    }

    @Test
    void dahuasServicesAreAskedForAtTheHostThatWasAskedAlthoughItNamesAnother() throws Exception {
        OnvifDevice camera = connect(start("dahua", Login.USERNAME_TOKEN, Duration.ZERO));
        assertThat(camera.profiles())
                .extracting(OnvifProfile::token)
                .containsExactly("MediaProfile00000", "MediaProfile00001");
        assertThat(camera.streamAddress(camera.profile("main")))
                .hasToString("rtsp://127.0.0.1:554/cam/realmonitor?channel=1&subtype=0&unicast=true&proto=Onvif");
        assertThat(camera.ptz()).isEmpty();
    }

    @Test
    void reolinksOlderRequestIsTriedAndNoPasswordStaysInItsAddress() throws Exception {
        OnvifDevice camera = connect(start("reolink", Login.USERNAME_TOKEN, Duration.ZERO));
        assertThat(camera.profile("sub").token()).isEqualTo("001");
        assertThat(camera.streamAddress(camera.profile("main")))
                .hasToString("rtsp://127.0.0.1:554/h264Preview_01_main");
    }

    @Test
    void anUnknownProfileIsAnsweredWithThoseThatThereAre() throws Exception {
        OnvifDevice camera = connect(start("reolink", Login.NONE, Duration.ZERO));
        assertThatThrownBy(() -> camera.profile("third")).hasMessageContaining("main, sub, 000, 001, 002");
    }

    @Test
    void aHeadMovesStopsAndGoesToItsPresets() throws Exception {
        OnvifTestDevice device = start("hikvision", Login.USERNAME_TOKEN, Duration.ZERO);
        PtzClient head = connect(device).ptz().orElseThrow();
        List<PtzPreset> presets = head.presets("Profile_1");
        assertThat(presets).containsExactly(new PtzPreset("1", "Gate"), new PtzPreset("2", "Yard & shed"));
        head.move("Profile_1", PtzDirection.LEFT.at(0.5), Duration.ofMillis(1500));
        head.move("Profile_1", PtzDirection.IN.at(1), Duration.ofSeconds(1));
        head.stop("Profile_1");
        head.goTo("Profile_1", presets.get(1).token());
        assertThat(device.requests.subList(device.requests.size() - 4, device.requests.size()))
                .satisfiesExactly(
                        move -> assertThat(move)
                                .contains("x=\"-0.5\" y=\"0.0\"", "<Timeout>PT1.5S</Timeout>")
                                .doesNotContain("<Zoom"),
                        zoom -> assertThat(zoom)
                                .contains("<Zoom xmlns=\"http://www.onvif.org/ver10/schema\" x=\"1.0\"/>")
                                .doesNotContain("PanTilt"),
                        stop -> assertThat(stop).contains("<PanTilt>true</PanTilt><Zoom>true</Zoom>"),
                        preset -> assertThat(preset).contains("<PresetToken>2</PresetToken>"));
    }
}
