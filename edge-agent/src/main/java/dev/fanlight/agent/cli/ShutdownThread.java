package dev.fanlight.agent.cli;

/** The JVM runs it at Ctrl-C and SIGTERM: the relay is told at once instead of after a time-out. */
final class ShutdownThread extends Thread {

    private final Runnable last;

    /** {@code last} must end within seconds. */
    ShutdownThread(Runnable last) {
        super("shutdown");
        this.last = last;
    }

    @Override
    public void run() {
        last.run();
    }
}
