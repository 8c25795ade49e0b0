package dev.fanlight.agent.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.onvif.http.CameraHttp;
import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.agent.testing.OnvifTestDevice;
import dev.fanlight.agent.testing.OnvifTestDevice.Login;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a camera that is none, or that someone has taken over, can do to an agent: nothing. */
class HostileCameraTest {

    private static final OnvifNetwork NETWORK = OnvifNetwork.system();

    private final OnvifTestDevice device = new OnvifTestDevice("reolink", Login.NONE, Duration.ZERO);

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        device.close();
    }

    private OnvifDevice connect() throws Exception {
        return OnvifDevice.connect(NETWORK, device.address(), Optional.empty());
    }

    private static String envelope(String content) {
        return "<s:Envelope xmlns:s=\"s\"><s:Body>" + content + "</s:Body></s:Envelope>";
    }

    private void refuses(String answer) throws Exception {
        OnvifDevice camera = connect();
        device.answer("GetDeviceInformation", answer);
        assertThatThrownBy(camera::information)
                .isInstanceOfSatisfying(
                        OnvifException.class, e -> assertThat(e.problem()).isEqualTo(OnvifException.Problem.NOT_ONVIF));
    }

    @Test
    void aDocumentTypeIsRefusedAndNoFileIsRead() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2");
        refuses("<!DOCTYPE x [<!ENTITY f SYSTEM \"" + secret.toUri() + "\">]>" + envelope("<a><Model>&f;</Model></a>"));
    }

    @Test
    void entitiesThatGrowAreRefused() throws Exception {
        refuses("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + envelope("<a><Model>&b;&b;&b;</Model></a>"));
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        refuses(envelope("<a>".repeat(5000) + "</a>".repeat(5000)));
    }

    @Test
    void manyElementsAreRefused() throws Exception {
        refuses(envelope("<a>" + "<b/>".repeat(30_000) + "</a>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "{\"error\":1}",
                "<html/>",
                "<Envelope/>",
                "<Envelope><Body/></Envelope>",
                "\u0000\u0001"
            })
    void whatIsNoAnswerIsRefused(String answer) throws Exception {
        refuses(answer);
    }

    @Test
    void anAnswerOfMoreThanAMebibyteIsNotRead() throws Exception {
        OnvifDevice camera = connect();
        device.answer("GetDeviceInformation", envelope("<a>" + "x".repeat(CameraHttp.MAX_BODY_BYTES) + "</a>"));
        assertThatThrownBy(camera::information).hasMessageContaining("longer than 1048576 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://user:pass@10.9.9.9:8554/live,rtsp://127.0.0.1:8554/live",
        "RTSP://evil.example/a?b=c,rtsp://127.0.0.1/a?b=c",
        "rtsp://[fe80::1]:554/x,rtsp://127.0.0.1:554/x",
        "rtsp://10.0.0.1/user=admin_password=x_channel=1_stream=0.sdp?real_stream,rtsp://127.0.0.1/user=admin_password=x_channel=1_stream=0.sdp?real_stream",
        "rtsp://a@b@10.0.0.1:99/s,rtsp://127.0.0.1:99/s"
    })
    void aStreamIsOnlyEverAskedForAtTheCameraItself(String named, String used) throws Exception {
        OnvifDevice camera = connect();
        device.answer("GetStreamUri", envelope("<r><Uri>" + named + "</Uri></r>"));
        assertThat(camera.streamAddress(camera.profile("main"))).hasToString(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "http://127.0.0.1/", "exec:reboot", "rtsp:/x", "rtsp://a b/", ""})
    void whatIsNoRtspAddressIsRefused(String named) throws Exception {
        OnvifDevice camera = connect();
        device.answer("GetStreamUri", envelope("<r><Uri>" + named + "</Uri></r>"));
        assertThatThrownBy(() -> camera.streamAddress(camera.profile("main"))).hasMessageContaining("no RTSP address");
    }

    @Test
    void aServiceElsewhereIsNotCalled() throws Exception {
        try (OnvifTestDevice other = new OnvifTestDevice("reolink", Login.NONE, Duration.ZERO)) {
            device.answer(
                    "GetCapabilities",
                    envelope("<r><Media><XAddr>http://localhost:" + other.port() + "/media</XAddr></Media></r>"));
            assertThat(connect().profiles()).hasSize(3);
            assertThat(other.requests).isEmpty();
        }
    }

    @Test
    void aServerThatNeverEndsItsAnswerIsLeftInTime() throws Exception {
        OnvifNetwork impatient =
                new OnvifNetwork(new CameraHttp(Duration.ofMillis(200)), InstantSource.system(), new SecureRandom());
        try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> begin(slow), "slow-camera");
            server.setDaemon(true);
            server.start();
            URI address = URI.create("http://127.0.0.1:" + slow.getLocalPort() + "/onvif/device_service");
            assertThatThrownBy(() -> OnvifDevice.connect(impatient, address, Optional.empty()))
                    .isInstanceOfSatisfying(
                            OnvifException.class,
                            e -> assertThat(e.problem()).isEqualTo(OnvifException.Problem.UNREACHABLE));
        }
    }

    /** Headers and the first byte, and no more. */
    private static void begin(ServerSocket slow) {
        try {
            Socket socket = slow.accept();
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void nothingThatListensIsOneSentence() {
        assertThatThrownBy(() -> OnvifDevice.connect(
                        NETWORK, URI.create("http://127.0.0.1:1/onvif/device_service"), Optional.empty()))
                .hasMessageContaining("The camera at 127.0.0.1:1 cannot be ");
    }
}
