package dev.fanlight.agent.onvif.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Real datagrams on loopback, by multicast. */
class DiscoverySearchTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Duration WAIT = Duration.ofMillis(600);

    /** A camera that answers each question; {@code id} of the question is filled in. */
    private static final class Camera implements AutoCloseable {

        private final DatagramChannel channel;
        private final UnaryOperator<String> answer;

        Camera(UnaryOperator<String> answer) throws IOException {
            this.answer = answer;
            NetworkInterface loopback = NetworkInterface.getByInetAddress(LOOPBACK);
            channel = DatagramChannel.open(StandardProtocolFamily.INET);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(DiscoverySearch.GROUP.getPort()));
            channel.join(DiscoverySearch.GROUP.getAddress(), loopback);
        }

        void start() {
            Thread thread = new Thread(this::serve, "camera");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            ByteBuffer buffer = ByteBuffer.allocate(65_536);
            while (channel.isOpen()) {
                try {
                    buffer.clear();
                    InetSocketAddress sender = (InetSocketAddress) channel.receive(buffer);
                    String question =
                            StandardCharsets.UTF_8.decode(buffer.flip()).toString();
                    String id = question.replaceFirst("(?s).*<w:MessageID>([^<]*)<.*", "$1");
                    channel.send(ByteBuffer.wrap(answer.apply(id).getBytes(StandardCharsets.UTF_8)), sender);
                } catch (IOException e) {
                    return;
                }
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private static String match(String id, String endpoint, String addresses) {
        return "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"e\" xmlns:wsa=\"a\" xmlns:d=\"d\"><SOAP-ENV:Header><wsa:RelatesTo>"
                + id
                + "</wsa:RelatesTo></SOAP-ENV:Header><SOAP-ENV:Body><d:ProbeMatches><d:ProbeMatch><wsa:EndpointReference><wsa:Address>"
                + endpoint
                + "</wsa:Address></wsa:EndpointReference><d:Types>dn:NetworkVideoTransmitter</d:Types><d:Scopes>onvif://www.onvif.org/type/video_encoder"
                + " onvif://www.onvif.org/name/Front%20door</d:Scopes><d:XAddrs>"
                + addresses + "</d:XAddrs></d:ProbeMatch></d:ProbeMatches></SOAP-ENV:Body></SOAP-ENV:Envelope>";
    }

    private static LocalNetworks loopback() throws IOException {
        NetworkInterface network = NetworkInterface.getByInetAddress(LOOPBACK);
        return new LocalNetworks(List.of(new LocalNetworks.Place(network, LOOPBACK, 8)));
    }

    private static DiscoverySearch search() throws IOException {
        return new DiscoverySearch(loopback(), NanoClock.SYSTEM);
    }

    @Test
    void aCameraAnswersMulticastAndOfItsAddressesTheOneInOurNetworkIsTaken() throws Exception {
        String several = "http://169.254.7.7/onvif/device_service http://192.168.99.5/onvif/device_service"
                + " http://127.0.0.1:8899/onvif/device_service http://[fe80::1]/onvif/device_service";
        try (Camera camera = new Camera(id -> match(id, "urn:uuid:1", several))) {
            camera.start();
            assertThat(search().everywhere(UUID.randomUUID(), WAIT))
                    .containsExactly(new DiscoveredCamera(
                            "urn:uuid:1", "Front door", URI.create("http://127.0.0.1:8899/onvif/device_service")));
        }
    }

    @Test
    void anInterfaceThatCannotBeBoundEndsTheSearchOnlyWhereThereIsNoOther() throws Exception {
        LocalNetworks.Place loopback = loopback().addresses().get(0);
        LocalNetworks.Place gone = new LocalNetworks.Place(loopback.network(), InetAddress.getByName("192.0.2.1"), 24);
        try (Camera camera = new Camera(id -> match(id, "urn:uuid:1", "http://127.0.0.1/onvif/device_service"))) {
            camera.start();
            assertThat(new DiscoverySearch(new LocalNetworks(List.of(gone, loopback)), NanoClock.SYSTEM)
                            .everywhere(UUID.randomUUID(), WAIT))
                    .hasSize(1);
        }
        assertThatThrownBy(() -> new DiscoverySearch(new LocalNetworks(List.of(gone)), NanoClock.SYSTEM)
                        .everywhere(UUID.randomUUID(), WAIT))
                .isInstanceOf(IOException.class);
    }

    @Test
    void oneThatNamesNoAddressOfOursIsAskedWhereItAnsweredFrom() throws Exception {
        try (Camera camera = new Camera(id -> match(id, "urn:uuid:1", "http://evil.example:81/onvif/x"))) {
            camera.start();
            assertThat(search().everywhere(UUID.randomUUID(), WAIT))
                    .extracting(DiscoveredCamera::deviceService)
                    .containsExactly(URI.create("http://127.0.0.1:81/onvif/x"));
        }
    }

    @Test
    void answersToOtherQuestionsAndGarbageAreIgnored() throws Exception {
        try (Camera stranger = new Camera(id -> match("uuid:other", "urn:uuid:1", "http://127.0.0.1/a"))) {
            stranger.start();
            assertThat(search().everywhere(UUID.randomUUID(), WAIT)).isEmpty();
        }
        try (Camera garbage = new Camera(id -> "<!DOCTYPE a><" + id)) {
            garbage.start();
            assertThat(search().everywhere(UUID.randomUUID(), WAIT)).isEmpty();
        }
    }

    @Test
    void aFloodOfCamerasEndsTheSearchAtItsLimit() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            many.append("<ProbeMatch><EndpointReference><Address>urn:")
                    .append(i)
                    .append("</Address></EndpointReference>" + "<XAddrs>http://127.0.0.1/a</XAddrs></ProbeMatch>");
        }
        UnaryOperator<String> flood =
                id -> "<E><Header><RelatesTo>" + id + "</RelatesTo></Header><Body><M>" + many + "</M></Body></E>";
        try (Camera camera = new Camera(flood)) {
            camera.start();
            assertThat(search().everywhere(UUID.randomUUID(), WAIT)).hasSize(DiscoverySearch.MAX_CAMERAS);
        }
    }
}
