package dev.fanlight.agent;

import dev.fanlight.agent.status.CameraStatus;
import dev.fanlight.agent.uplink.connection.RequestRefusedException;
import dev.fanlight.agent.uplink.connection.WatchLink;
import java.util.concurrent.CompletionStage;

/** One camera of a running agent, as people at it see it. Thread safe. */
public interface AgentCamera {
    /** Its name at the relay. */
    String name();

    /** What it does now. */
    CameraStatus status();

    /** Writes a line in its chat, under its name. Fails with a {@link RequestRefusedException}. */
    CompletionStage<Void> say(String text);

    /** Requests a link to watch it. Fails with a {@link RequestRefusedException}. */
    CompletionStage<WatchLink> share();
}
