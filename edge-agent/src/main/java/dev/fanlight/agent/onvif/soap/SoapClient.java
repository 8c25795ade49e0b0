package dev.fanlight.agent.onvif.soap;

import dev.fanlight.agent.onvif.http.CameraHttp;
import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.agent.onvif.http.DigestAnswer;
import dev.fanlight.agent.onvif.http.DigestChallenge;
import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.agent.onvif.http.OnvifException.Problem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.xml.stream.XMLStreamException;

/**
 * Calls the services of one camera. Authenticates by WS-UsernameToken, and by HTTP Digest where the camera asks for that. Not thread
 * safe.
 */
public final class SoapClient {

    private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int NONCE_BYTES = 16;

    private final CameraHttp http;
    private final Optional<CameraLogin> login;
    private final InstantSource clock;
    private final RandomGenerator random;

    private Duration clockOffset = Duration.ZERO;
    private Optional<DigestAnswer> digest = Optional.empty();

    /**
     * Creates one.
     *
     * @param clock this computer’s
     * @param random of nonces
     */
    public SoapClient(CameraHttp http, Optional<CameraLogin> login, InstantSource clock, RandomGenerator random) {
        this.http = http;
        this.login = login;
        this.clock = clock;
        this.random = random;
    }

    /** This computer’s time now. */
    public Instant now() {
        return clock.instant();
    }

    /** The camera’s clock is so far ahead of this computer’s. */
    public void clockOffset(Duration ahead) {
        clockOffset = ahead;
    }

    /**
     * Calls without credentials.
     *
     * @param operation namespace and name of the request
     * @param body the request as XML
     * @return the element within the body of the answer
     */
    public XmlElement callAnonymously(URI service, String operation, String body)
            throws OnvifException, InterruptedException {
        return result(service, http.post(service, contentType(operation), envelope("", body), Optional.empty()));
    }

    /**
     * Calls with the credentials, if there are any.
     *
     * @param operation namespace and name of the request
     * @param body the request as XML
     * @return the element within the body of the answer
     */
    public XmlElement call(URI service, String operation, String body) throws OnvifException, InterruptedException {
        if (login.isEmpty()) {
            return callAnonymously(service, operation, body);
        }
        CameraHttp.Answer first = post(service, operation, body, login.get());
        Optional<DigestChallenge> challenge =
                first.status() == UNAUTHORIZED ? DigestChallenge.strongest(first.challenges()) : Optional.empty();
        if (challenge.isEmpty()) {
            return result(service, first);
        }
        digest = Optional.of(
                new DigestAnswer(challenge.get(), login.get(), HexFormat.of().formatHex(nonce())));
        return result(service, post(service, operation, body, login.get()));
    }

    private CameraHttp.Answer post(URI service, String operation, String body, CameraLogin own)
            throws OnvifException, InterruptedException {
        Optional<String> authorization = digest.map(answer -> answer.authorization("POST", service));
        String header = authorization.isPresent()
                ? ""
                : UsernameToken.header(own, nonce(), clock.instant().plus(clockOffset));
        return http.post(service, contentType(operation), envelope(header, body), authorization);
    }

    private byte[] nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return nonce;
    }

    private static String contentType(String operation) {
        return "application/soap+xml; charset=utf-8; action=\"" + operation + "\"";
    }

    private static String envelope(String header, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\"" + SOAP + "\"><s:Header>" + header
                + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
    }

    private XmlElement result(URI service, CameraHttp.Answer answer) throws OnvifException {
        if (answer.status() == UNAUTHORIZED) {
            throw notAuthorized(service);
        }
        Optional<XmlElement> content =
                body(answer.body()).flatMap(found -> found.children().stream().findFirst());
        if (content.isEmpty()) {
            throw new OnvifException(
                    Problem.NOT_ONVIF,
                    service.getAuthority() + " answers, but not as an ONVIF camera (HTTP " + answer.status() + ")."
                            + (answer.status() == NOT_FOUND
                                    ? " Is ONVIF enabled in its own settings, and the port right?"
                                    : ""));
        }
        if (content.get().name().equals("Fault")) {
            throw fault(service, content.get());
        }
        return content.get();
    }

    private static Optional<XmlElement> body(byte[] document) {
        try {
            XmlElement envelope = XmlTree.read(document);
            return envelope.name().equals("Envelope") ? envelope.child("Body") : Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private OnvifException fault(URI service, XmlElement fault) {
        boolean access = fault.all("Value").anyMatch(value -> value.text().endsWith("NotAuthorized"))
                || fault.all("faultcode").anyMatch(value -> value.text().endsWith("FailedAuthentication"));
        if (access) {
            return notAuthorized(service);
        }
        String reason = fault.first("Text")
                .or(() -> fault.first("faultstring"))
                .map(XmlElement::text)
                .orElse("no reason given");
        return new OnvifException(
                Problem.REFUSED, "The camera at " + service.getAuthority() + " refuses that: " + shortened(reason));
    }

    private OnvifException notAuthorized(URI service) {
        return new OnvifException(
                Problem.NOT_AUTHORIZED,
                "The camera at " + service.getAuthority()
                        + (login.isEmpty()
                                ? " wants a user and a password."
                                : " refuses this user or password. Many cameras have users for ONVIF of their own, to"
                                        + " be made in their settings."));
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return printable.substring(0, Math.min(200, printable.length()));
    }
}
