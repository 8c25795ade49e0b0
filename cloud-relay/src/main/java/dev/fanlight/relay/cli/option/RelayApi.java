package dev.fanlight.relay.cli.option;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cli.terminal.Printable;
import dev.fanlight.relay.config.LocalAdminFile;
import dev.fanlight.relay.config.RelayStateFolder;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The API of the relay that is running on this computer with the same state folder. Blocking. */
public final class RelayApi {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;
    private static final int FIRST_PROBLEM = 400;

    private final RelayStateFolder folder;
    private final LocalAdminFile admin;
    private final HttpClient client;
    private final String missing;

    private RelayApi(RelayStateFolder folder, LocalAdminFile admin, HttpClient client, String missing) {
        this.folder = folder;
        this.admin = admin;
        this.client = client;
        this.missing = missing;
    }

    /**
     * The relay with this state folder.
     *
     * @throws UserException if no relay has ever run with it
     */
    public static RelayApi of(RelayStateFolder folder) {
        LocalAdminFile admin = LocalAdminFile.read(folder)
                .orElseThrow(() -> new UserException(ExitCode.UNREACHABLE, notRunning(folder)));
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LIMIT)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
        return new RelayApi(folder, admin, client, "Not found.");
    }

    /** The same relay; {@code sentence} is the error message for 404. */
    public RelayApi ifMissing(String sentence) {
        return new RelayApi(folder, admin, client, sentence);
    }

    /** The same relay, for requests about one camera. */
    public RelayApi about(CameraName camera) {
        return ifMissing("There is no camera \"" + camera + "\". List cameras: fanlight-relay camera list");
    }

    /** Encodes user input as one path segment. */
    public static String segment(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
    }

    public JsonObject get(String path) {
        return new JsonObject(send("GET", path, ""));
    }

    public List<JsonObject> list(String path) {
        return new JsonArray(send("GET", path, ""))
                .stream().map(JsonObject.class::cast).toList();
    }

    public JsonObject post(String path, JsonObject body) {
        String answer = send("POST", path, body.encode());
        return answer.isEmpty() ? new JsonObject() : new JsonObject(answer);
    }

    public JsonObject patch(String path, JsonObject body) {
        return new JsonObject(send("PATCH", path, body.encode()));
    }

    public void put(String path, JsonObject body) {
        send("PUT", path, body.encode());
    }

    public void delete(String path) {
        send("DELETE", path, "");
    }

    private String send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + admin.port() + "/api/v1" + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + admin.token())
                .header("X-Fanlight", "1")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            return content(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UserException(ExitCode.UNREACHABLE, notRunning(folder), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException(ExitCode.INTERRUPTED, "Interrupted.", e);
        }
    }

    private String content(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status < FIRST_PROBLEM) {
            return response.body();
        }
        if (status == NOT_FOUND) {
            throw new UserException(ExitCode.FAILED, missing);
        }
        throw new UserException(exitCode(status), title(response));
    }

    private static int exitCode(int status) {
        return switch (status) {
            case 400 -> ExitCode.USAGE;
            case 401, 403 -> ExitCode.NOT_ALLOWED;
            default -> ExitCode.FAILED;
        };
    }

    private static String title(HttpResponse<String> response) {
        String otherwise = "The relay answered " + response.statusCode() + ".";
        try {
            return Printable.text(new JsonObject(response.body()).getString("title", otherwise));
        } catch (DecodeException | ClassCastException e) {
            return otherwise;
        }
    }

    private static String notRunning(RelayStateFolder folder) {
        return "No relay is running with the state folder " + folder + ". Start it: fanlight-relay serve";
    }
}
