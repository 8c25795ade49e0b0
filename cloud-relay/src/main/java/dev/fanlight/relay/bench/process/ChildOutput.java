package dev.fanlight.relay.bench.process;

import dev.fanlight.runtime.Loop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the child’s output, because the child would block on a full pipe. Passes nothing on but the error of a failed start: the output
 * contains secrets.
 */
final class ChildOutput implements Loop {

    private static final Pattern READY = Pattern.compile("Ready on port (\\d{1,5})");
    private static final String ERROR_MARK = "✗ ";

    private final BufferedReader lines;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private Optional<String> firstLine = Optional.empty(); // loop only
    private Optional<String> error = Optional.empty(); // loop only

    ChildOutput(InputStream output) {
        this.lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
    }

    /** The TLS port once the relay is listening; an {@link IOException} with the error message if it ends before. */
    CompletableFuture<Integer> port() {
        return port;
    }

    @Override
    public boolean doWork() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            return false;
        }
        Matcher ready = READY.matcher(line);
        if (ready.find()) {
            port.complete(Integer.parseInt(ready.group(1)));
        }
        if (line.startsWith(ERROR_MARK)) {
            error = Optional.of(line.substring(ERROR_MARK.length()));
        }
        firstLine = firstLine.or(() -> Optional.of(line));
        return true;
    }

    @Override
    public void onClose() {
        String reason = error.or(() -> firstLine).orElse("It printed nothing.");
        port.completeExceptionally(new IOException("The relay under test did not start. " + reason));
    }

    @Override
    public String roleName() {
        return "bench-child-output";
    }
}
