package dev.fanlight.agent.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ONVIF camera on loopback: a real HTTP server that checks the login as cameras do, by its own clock and against replay, and answers in the
 * shape of a maker. Thread safe.
 */
public final class OnvifTestDevice implements AutoCloseable {

    public static final String USER = "admin";
    public static final String PASSWORD = "p&ss<w>ord/@";

    /** How a device wants to be logged in to. */
    public enum Login {
        NONE,
        USERNAME_TOKEN,
        HTTP_DIGEST
    }

    private static final Duration TOLERANCE = Duration.ofSeconds(5);
    private static final Pattern OPERATION = Pattern.compile("<s:Body><([A-Za-z]+)");
    private static final String FAULT =
            "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"><e:Body><e:Fault><e:Code>"
                    + "<e:Value>e:Sender</e:Value><e:Subcode><e:Value>ter:%s</e:Value></e:Subcode></e:Code><e:Reason><e:Text>%s</e:Text>"
                    + "</e:Reason></e:Fault></e:Body></e:Envelope>";

    private final String maker;
    private final Login login;
    private final Duration clockAhead;
    private final HttpServer server;
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();

    /** Bodies of the requests it has answered after their login was right. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    public OnvifTestDevice(String maker, Login login, Duration clockAhead) {
        this.maker = maker;
        this.login = login;
        this.clockAhead = clockAhead;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String authority() {
        return "127.0.0.1:" + port();
    }

    public URI address() {
        return URI.create("http://" + authority() + "/onvif/device_service");
    }

    /** Answers this operation so from now on, in place of the maker’s answer. */
    public void answer(String operation, String document) {
        answers.put(operation, document);
    }

    /** Closes the connection in place of its next answer to this operation. */
    public void loseAnswer(String operation) {
        lost.add(operation);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Matcher operation = OPERATION.matcher(body);
            String name = operation.find() ? operation.group(1) : "";
            if (name.equals("GetSystemDateAndTime")) {
                send(exchange, 200, time());
            } else if (!admits(exchange, body)) {
                refuse(exchange);
            } else {
                requests.add(body);
                if (lost.remove(name)) {
                    return;
                }
                send(exchange, 200, answers.getOrDefault(name, file(name)));
            }
        }
    }

    private boolean admits(HttpExchange exchange, String body) {
        return switch (login) {
            case NONE -> true;
            case USERNAME_TOKEN -> hasToken(body);
            case HTTP_DIGEST -> hasDigest(exchange);
        };
    }

    private void refuse(HttpExchange exchange) throws IOException {
        if (login == Login.HTTP_DIGEST) {
            exchange.getResponseHeaders()
                    .add(
                            "WWW-Authenticate",
                            "Digest realm=\"IP Camera(C1234)\", qop=\"auth\", nonce=\"4d546b30\", opaque=\"5ccc\","
                                    + " algorithm=MD5");
            send(exchange, 401, "<html>401</html>");
        } else {
            send(exchange, 400, FAULT.formatted("NotAuthorized", "Sender not Authorized"));
        }
    }

    private boolean hasToken(String body) {
        String user = between(body, "<wsse:Username>", "</wsse:Username>");
        String nonce = between(body, "Base64Binary\">", "</wsse:Nonce>");
        String created = between(body, "<wsu:Created>", "</wsu:Created>");
        String digest = between(body, "PasswordDigest\">", "</wsse:Password>");
        if (created.isEmpty() || !nonces.add(nonce)) {
            return false;
        }
        Duration off = Duration.between(Instant.now().plus(clockAhead), Instant.parse(created))
                .abs();
        byte[] expected = hash(
                "SHA-1",
                Base64.getDecoder().decode(nonce),
                created.getBytes(StandardCharsets.UTF_8),
                PASSWORD.getBytes(StandardCharsets.UTF_8));
        return user.equals(USER)
                && off.compareTo(TOLERANCE) < 0
                && digest.equals(Base64.getEncoder().encodeToString(expected));
    }

    /** Each nonce count once, as RFC 7616 wants it. */
    private boolean hasDigest(HttpExchange exchange) {
        String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String count = between(header, "nc=", ",");
        String client = between(header, "cnonce=\"", "\"");
        if (!header.startsWith("Digest ") || !nonces.add(count + client)) {
            return false;
        }
        String first = md5(USER + ":IP Camera(C1234):" + PASSWORD);
        String second = md5("POST:" + exchange.getRequestURI());
        String expected = md5(first + ":4d546b30:" + count + ":" + client + ":auth:" + second);
        return between(header, "response=\"", "\"").equals(expected);
    }

    private String time() {
        ZonedDateTime now = Instant.now().plus(clockAhead).atZone(ZoneOffset.UTC);
        return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
                + " xmlns:tt=\"http://www.onvif.org/ver10/schema\"><s:Body><tds:GetSystemDateAndTimeResponse"
                + " xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\"><tds:SystemDateAndTime>"
                + "<tt:DateTimeType>Manual</tt:DateTimeType><tt:UTCDateTime><tt:Time><tt:Hour>" + now.getHour()
                + "</tt:Hour><tt:Minute>" + now.getMinute() + "</tt:Minute><tt:Second>" + now.getSecond()
                + "</tt:Second></tt:Time><tt:Date><tt:Year>" + now.getYear() + "</tt:Year><tt:Month>"
                + now.getMonthValue()
                + "</tt:Month><tt:Day>" + now.getDayOfMonth() + "</tt:Day></tt:Date></tt:UTCDateTime>"
                + "</tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse></s:Body></s:Envelope>";
    }

    private String file(String operation) {
        try (InputStream in = OnvifTestDevice.class.getResourceAsStream("/onvif/" + maker + "/" + operation + ".xml")) {
            if (in == null) {
                return operation.startsWith("Get")
                        ? FAULT.formatted("ActionNotSupported", "Optional Action Not Implemented")
                        : "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"><e:Body><x:" + operation
                                + "Response xmlns:x=\"x\"/></e:Body></e:Envelope>";
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("HOSTNAME", "127.0.0.1")
                    .replace("HOST", authority());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String document) throws IOException {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/soap+xml; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before);
        int start = from + before.length();
        int end = from < 0 ? -1 : text.indexOf(after, start);
        return end < 0 ? "" : text.substring(start, end);
    }

    private static String md5(String text) {
        return HexFormat.of().formatHex(hash("MD5", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
