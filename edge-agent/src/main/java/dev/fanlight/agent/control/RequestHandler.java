package dev.fanlight.agent.control;

import dev.fanlight.agent.AgentCamera;
import dev.fanlight.agent.AgentVersion;
import dev.fanlight.cli.SecretMask;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Does what commands request of the cameras of this agent. Thread safe. */
final class RequestHandler {

    private final List<? extends AgentCamera> cameras;

    RequestHandler(List<? extends AgentCamera> cameras) {
        this.cameras = List.copyOf(cameras);
    }

    /** The lines of the answer, later perhaps; never fails. */
    CompletionStage<List<String>> handle(ControlRequest request) {
        return switch (request.kind()) {
            case STATUS -> CompletableFuture.completedFuture(status());
            case SAY ->
                at(request, camera -> camera.say(request.text().orElse("")).thenApply(done -> ControlAnswer.done()));
            case SHARE -> at(request, camera -> camera.share().thenApply(ControlAnswer::shared));
        };
    }

    private List<String> status() {
        Stream<String> lines = cameras.stream().map(camera -> StatusLine.of(camera.status()));
        return Stream.concat(Stream.of(ControlAnswer.status(AgentVersion.text()).line()), lines)
                .toList();
    }

    private CompletionStage<List<String>> at(
            ControlRequest request, Function<AgentCamera, CompletionStage<ControlAnswer>> work) {
        List<? extends AgentCamera> meant = cameras.stream()
                .filter(camera ->
                        request.camera().isEmpty() || request.camera().get().equals(camera.name()))
                .toList();
        if (meant.size() != 1) {
            return CompletableFuture.completedFuture(
                    List.of(ControlAnswer.failed(whichCamera(request)).line()));
        }
        return work.apply(meant.get(0))
                .exceptionally(RequestHandler::failed)
                .thenApply(answer -> List.of(answer.line()));
    }

    private String whichCamera(ControlRequest request) {
        String names = cameras.stream().map(AgentCamera::name).collect(Collectors.joining(", "));
        return request.camera()
                        .map(name -> "No single camera of this agent is called \"" + name + "\".")
                        .orElse("This agent has several cameras: say which with --camera NAME.")
                + " Its cameras: " + names;
    }

    private static ControlAnswer failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        return ControlAnswer.failed(SecretMask.text(String.valueOf(cause.getMessage())));
    }
}
