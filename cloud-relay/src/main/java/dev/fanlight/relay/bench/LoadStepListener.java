package dev.fanlight.relay.bench;

/** Receives the progress of a run, on the thread that runs it. An exception ends the run. */
public interface LoadStepListener {

    /** The first viewers are watching; the warm-up begins. */
    void warmingUp();

    /** One step has been measured. */
    void measured(LoadStep step);
}
