package dev.fanlight.agent.control;

import dev.fanlight.protocol.ProtocolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One connection of a command: one line in, the answer out, then it ends. Control thread only. */
final class ControlClientSession {

    /** Most bytes of a request. */
    static final int MAX_REQUEST_BYTES = 8 * 1024;

    private final SocketChannel channel;
    private final long deadlineNanos;
    private final ByteBuffer request = ByteBuffer.allocate(MAX_REQUEST_BYTES);
    private Optional<CompletionStage<List<String>>> answer = Optional.empty();
    private ByteBuffer output = ByteBuffer.allocate(0);
    private boolean answered;

    ControlClientSession(SocketChannel channel, long deadlineNanos) {
        this.channel = channel;
        this.deadlineNanos = deadlineNanos;
    }

    boolean isOver(long nowNanos) {
        return nowNanos - deadlineNanos > 0;
    }

    /** Reads what is there; false when the connection is of no use any more. */
    boolean read(RequestHandler handler) throws IOException {
        if (channel.read(request) < 0) {
            return false;
        }
        Optional<byte[]> line = line();
        if (answer.isEmpty() && line.isPresent()) {
            answer = Optional.of(handle(handler, line.get()));
        }
        return request.hasRemaining() || answer.isPresent();
    }

    /** Writes the answer as far as it goes; false when all of it is written. */
    boolean write() throws IOException {
        takeAnswer();
        channel.write(output);
        return !answered || output.hasRemaining();
    }

    /** Whether there is, or will be soon, something to write. */
    boolean hasAnswer() {
        return answer.filter(stage -> stage.toCompletableFuture().isDone()).isPresent();
    }

    Optional<CompletionStage<List<String>>> answer() {
        return answer;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // A connection that cannot be closed is gone.
            return;
        }
    }

    private void takeAnswer() {
        if (!answered && hasAnswer()) {
            answered = true;
            List<String> lines = answer.orElseThrow().toCompletableFuture().join();
            output = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private Optional<byte[]> line() {
        String text = new String(request.array(), 0, request.position(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        return end < 0 ? Optional.empty() : Optional.of(text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static CompletionStage<List<String>> handle(RequestHandler handler, byte[] line) {
        try {
            return handler.handle(ControlRequest.parse(line));
        } catch (ProtocolException e) {
            String sentence = "The agent that runs does not know this request; is it an older version? Restart it.";
            return CompletableFuture.completedFuture(
                    List.of(ControlAnswer.failed(sentence).line()));
        }
    }
}
