package dev.fanlight.relay.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The signal by which a service is asked to read its settings again (SIGHUP). Stateless. */
final class HangUpSignal {

    private static final Logger LOG = Logger.getLogger(HangUpSignal.class.getName());

    // In the module jdk.unsupported; a compiler that is told to fail on warnings takes them by name only.
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private HangUpSignal() {}

    /** Runs {@code action} on a thread of its own for each signal from now on; before, the signal ends the process. */
    static void onEach(Runnable action) {
        try {
            Class<?> signal = Class.forName(SIGNAL);
            Class<?> handler = Class.forName(HANDLER);
            MethodHandle run = MethodHandles.publicLookup()
                    .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                    .bindTo(action);
            Object receiver =
                    MethodHandleProxies.asInterfaceInstance(handler, MethodHandles.dropArguments(run, 0, signal));
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), receiver);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.log(Level.FINE, "Settings cannot be reloaded by a signal here", e);
        }
    }
}
