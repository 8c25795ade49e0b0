package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentListener;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.uplink.connection.GiveUpReason;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
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
    public void keyChanged() {
        say("✓ this camera has a new key, as its owner wished");
    }

    @Override
    public void keyNotChanged(String why) {
        say("! The owner wished a new key for this camera, but the old one stays: " + why);
    }

    @Override
    public void givenUp(GiveUpReason reason) {
        fail(
                switch (reason) {
                    case NOT_AUTHENTIC ->
                        new UserException(
                                ExitCode.NOT_ALLOWED,
                                relay
                                        + " does not take this device any more: its owner has removed the camera or its key. "
                                        + "Join again with a new link: fanlight-agent join --force LINK");
                    case REPLACED ->
                        new UserException(
                                ExitCode.NOT_ALLOWED,
                                "Another computer has connected to " + relay
                                        + " with the key of this camera, and the newest one counts. "
                                        + "If the state folder was copied, join one of them anew; if you do not know the other one, "
                                        + "remove the camera at the relay and join again.");
                    case WRONG_RELAY ->
                        new UserException(
                                ExitCode.WRONG_RELAY,
                                relay
                                        + " is not the relay that was joined: its key is another one, or somebody is in between. "
                                        + "Nothing was sent to it, and nothing is tried again. If the relay was set up anew, join it with a "
                                        + "new link: fanlight-agent join --force LINK");
                });
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
