package dev.fanlight.agent.onvif;

import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.agent.onvif.http.OnvifException.Problem;
import dev.fanlight.agent.onvif.soap.SoapClient;
import dev.fanlight.agent.onvif.soap.XmlElement;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the services of one camera are. Whatever host a camera names, they are asked for at the host it was found at: a camera behind NAT
 * names one that cannot be reached, and a hostile one must not send our credentials elsewhere. Immutable.
 */
final class ServiceAddresses {

    static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
    static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";
    static final String MEDIA2 = "http://www.onvif.org/ver20/media/wsdl";
    static final String PTZ = "http://www.onvif.org/ver20/ptz/wsdl";

    private static final int MAX_LENGTH = 512;

    private final URI device;
    private final Map<String, URI> byNamespace;

    private ServiceAddresses(URI device, Map<String, URI> byNamespace) {
        this.device = device;
        this.byNamespace = Map.copyOf(byNamespace);
    }

    /** Asks the device service; cameras from before 2011 know the older of the two requests only. */
    static ServiceAddresses ask(SoapClient soap, URI device) throws OnvifException, InterruptedException {
        try {
            XmlElement answer = soap.call(
                    device,
                    DEVICE + "/GetServices",
                    "<GetServices xmlns=\"" + DEVICE + "\"><IncludeCapability>false</IncludeCapability></GetServices>");
            return new ServiceAddresses(device, services(device, answer));
        } catch (OnvifException e) {
            if (e.problem() != Problem.REFUSED) {
                throw e;
            }
        }
        XmlElement answer = soap.call(
                device,
                DEVICE + "/GetCapabilities",
                "<GetCapabilities xmlns=\"" + DEVICE + "\"><Category>All</Category></GetCapabilities>");
        return new ServiceAddresses(device, capabilities(device, answer));
    }

    Optional<URI> of(String namespace) {
        return Optional.ofNullable(byNamespace.get(namespace));
    }

    URI device() {
        return device;
    }

    private static Map<String, URI> services(URI device, XmlElement answer) {
        Map<String, URI> found = new HashMap<>();
        answer.all("Service")
                .forEach(service ->
                        service.textAt("Namespace").ifPresent(namespace -> put(found, namespace, device, service)));
        return found;
    }

    private static Map<String, URI> capabilities(URI device, XmlElement answer) {
        Map<String, URI> found = new HashMap<>();
        answer.first("Media").ifPresent(service -> put(found, MEDIA, device, service));
        answer.first("PTZ").ifPresent(service -> put(found, PTZ, device, service));
        return found;
    }

    private static void put(Map<String, URI> found, String namespace, URI device, XmlElement service) {
        service.textAt("XAddr").flatMap(text -> atOwnHost(device, text)).ifPresent(uri -> found.put(namespace, uri));
    }

    /** The path that was named, at the host that was asked; its port only if the host is the same. */
    static Optional<URI> atOwnHost(URI device, String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            URI named = new URI(text);
            boolean sameHost = device.getHost().equals(named.getHost()) && "http".equals(named.getScheme());
            int port = sameHost ? named.getPort() : device.getPort();
            String path = Optional.ofNullable(named.getPath())
                    .filter(p -> p.startsWith("/"))
                    .orElse("/");
            return Optional.of(new URI("http", null, device.getHost(), port, path, named.getQuery(), null));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
