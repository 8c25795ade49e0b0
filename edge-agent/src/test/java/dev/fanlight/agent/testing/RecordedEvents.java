package dev.fanlight.agent.testing;

import dev.fanlight.agent.AgentListener;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.uplink.connection.GiveUpReason;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what an agent tells. Any thread. */
public final class RecordedEvents implements AgentListener {

    public final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void connected(String camera) {
        events.add("connected " + camera);
    }

    @Override
    public void waiting(String why, Duration delay) {
        events.add("waiting " + why);
    }

    @Override
    public void keyChanged() {
        events.add("key changed");
    }

    @Override
    public void keyNotChanged(String why) {
        events.add("key not changed " + why);
    }

    @Override
    public void closed(GiveUpReason reason) {
        events.add("given up " + reason.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void capturing(String description) {
        events.add("capturing " + description);
    }

    @Override
    public void notice(String sentence) {
        events.add("notice " + sentence);
    }

    @Override
    public void asleep() {
        events.add("asleep");
    }

    @Override
    public void cameraFailed(SourceException cause, boolean everLive) {
        events.add("failed " + cause.getMessage());
    }

    @Override
    public void broken(Throwable cause) {
        events.add("broken " + cause);
    }

    public long count(String prefix) {
        return events.stream().filter(event -> event.startsWith(prefix)).count();
    }
}
