package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentListener;
import dev.fanlight.agent.capture.SourceException;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.protocol.CloseReason;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Says in a few lines what happens; nothing per frame, nothing twice in a row. Called by one thread at a time. */
final class RunReport implements AgentListener {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final PrintWriter out;
    private final String relay;
    private final CompletableFuture<Integer> end;

    private String lastLine = "";
    private int viewers;

    RunReport(PrintWriter out, String relay, CompletableFuture<Integer> end) {
        this.out = out;
        this.relay = relay;
        this.end = end;
    }

    @Override
    public void connected(String camera) {
        say("✓ connected to " + relay + " as camera \"" + camera + "\"");
    }

    @Override
    public void waiting(String why, Duration delay) {
        viewers = 0;
        say("! " + why + " Trying again.");
    }

    @Override
    public void givenUp(CloseReason reason) {
        String sentence = reason == CloseReason.REPLACED
                ? "Another agent with this key has connected to " + relay + ": only the newest one counts."
                : relay + " does not know this device any more. Join again: fanlight-agent join --force LINK";
        fail(new UserException(ExitCode.NOT_ALLOWED, sentence));
    }

    @Override
    public void viewers(int count) {
        if (count != viewers) {
            viewers = count;
            say(count == 0 ? "  nobody watches" : "  " + count + " watching");
        }
    }

    @Override
    public void clockDiffers(Duration offset) {
        if (offset.abs().compareTo(CLOCK_TOLERANCE) > 0) {
            say("! this computer's clock differs from the relay's by "
                    + offset.abs().toSeconds() + " s");
        }
    }

    @Override
    public void capturing(String description) {
        say("✓ picture received: " + description);
    }

    @Override
    public void asleep() {
        say("  the camera sleeps until someone watches");
    }

    @Override
    public void cameraFailed(SourceException cause, boolean everLive) {
        if (everLive) {
            say("! " + cause.getMessage() + " Trying again.");
        } else {
            fail(new UserException(ExitCode.CAMERA, String.valueOf(cause.getMessage()), cause));
        }
    }

    @Override
    public void broken(Exception cause) {
        fail(cause);
    }

    private void say(String line) {
        if (!line.equals(lastLine)) {
            lastLine = line;
            out.println(line);
            out.flush();
        }
    }

    private void fail(Exception cause) {
        end.completeExceptionally(cause);
    }
}
