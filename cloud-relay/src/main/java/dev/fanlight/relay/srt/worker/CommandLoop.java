package dev.fanlight.relay.srt.worker;

import dev.fanlight.relay.srt.wire.MessageStream;
import dev.fanlight.relay.srt.wire.WorkerCommand;
import dev.fanlight.relay.srt.wire.WorkerEvent;
import dev.fanlight.runtime.Loop;
import java.io.IOException;

/** Does what the relay says, until it says no more. */
final class CommandLoop implements Loop {

    private final MessageStream commands;
    private final EventOutput events;
    private final Srt srt;
    private final Admissions admissions;
    private final Listeners listeners;
    private final Connections connections;
    private final Calls calls;

    CommandLoop(
            MessageStream commands,
            EventOutput events,
            Srt srt,
            Admissions admissions,
            Listeners listeners,
            Connections connections,
            Calls calls) {
        this.commands = commands;
        this.events = events;
        this.srt = srt;
        this.admissions = admissions;
        this.listeners = listeners;
        this.connections = connections;
        this.calls = calls;
    }

    @Override
    public boolean doWork() throws IOException {
        WorkerCommand command = commands.command();
        if (command instanceof WorkerCommand.Send send) {
            connections.send(send);
        } else if (command instanceof WorkerCommand.Grant grant) {
            grant(grant);
        } else if (command instanceof WorkerCommand.Join join) {
            connections.join(join.connection(), join.group());
        } else if (command instanceof WorkerCommand.Close close) {
            connections.close(close.connection());
        } else if (command instanceof WorkerCommand.Ping ping) {
            events.say(new WorkerEvent.Pong(ping.number()));
        } else {
            begin(command);
        }
        return true;
    }

    @Override
    public String roleName() {
        return "srt-commands";
    }

    private void begin(WorkerCommand command) {
        if (command instanceof WorkerCommand.Allow allow) {
            admissions.allowed(allow);
        } else if (command instanceof WorkerCommand.Refuse refuse) {
            admissions.refused(refuse.request(), refuse.code());
        } else if (command instanceof WorkerCommand.Listen listen) {
            listeners.open(listen);
        } else if (command instanceof WorkerCommand.Call call) {
            calls.begin(call);
        }
    }

    private void grant(WorkerCommand.Grant grant) {
        connections.find(grant.connection()).ifPresent(connection -> {
            connection.granted(grant.bytes());
            srt.watch(connection.socket());
        });
    }
}
