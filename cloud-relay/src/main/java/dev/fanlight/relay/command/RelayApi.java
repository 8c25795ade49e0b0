package dev.fanlight.relay.command;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.StateFolder;
import dev.fanlight.relay.manage.LocalDoor;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The API of the relay that runs on this computer with the same state folder. Blocking. */
final class RelayApi {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;
    private static final int FIRST_PROBLEM = 400;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    private final StateFolder folder;
    private final LocalDoor door;

    private RelayApi(StateFolder folder, LocalDoor door) {
        this.folder = folder;
        this.door = door;
    }

    /**
     * The relay with this state folder.
     *
     * @throws UserException when none has ever run with it
     */
    static RelayApi of(StateFolder folder) {
        return new RelayApi(
                folder,
                LocalDoor.read(folder).orElseThrow(() -> new UserException(ExitCode.UNREACHABLE, notRunning(folder))));
    }

    JsonObject get(String path) {
        return new JsonObject(send("GET", path, ""));
    }

    List<JsonObject> list(String path) {
        return new JsonArray(send("GET", path, ""))
                .stream().map(JsonObject.class::cast).toList();
    }

    JsonObject post(String path, JsonObject body) {
        String answer = send("POST", path, body.encode());
        return answer.isEmpty() ? new JsonObject() : new JsonObject(answer);
    }

    JsonObject patch(String path, JsonObject body) {
        return new JsonObject(send("PATCH", path, body.encode()));
    }

    void delete(String path) {
        send("DELETE", path, "");
    }

    private String send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + door.port() + "/api/v1" + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + door.token())
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

    private static String content(HttpResponse<String> response) {
        if (response.statusCode() < FIRST_PROBLEM) {
            return response.body();
        }
        throw new UserException(
                response.statusCode() == NOT_FOUND ? ExitCode.FAILED : ExitCode.NOT_ALLOWED, title(response));
    }

    private static String title(HttpResponse<String> response) {
        try {
            return new JsonObject(response.body())
                    .getString("title", "The relay answered " + response.statusCode() + ".");
        } catch (DecodeException e) {
            return "The relay answered " + response.statusCode() + ".";
        }
    }

    private static String notRunning(StateFolder folder) {
        return "No relay runs with the state folder " + folder + ". Start it: fanlight-relay serve";
    }
}
